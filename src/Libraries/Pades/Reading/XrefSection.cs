using DoanKet.Pades.Objects;

namespace DoanKet.Pades.Reading;

/// <summary>One cross-reference table or stream with its trailer.</summary>
/// <param name="Offset">Where it begins.</param>
/// <param name="End">Where its trailer ends.</param>
internal sealed record XrefSection(long Offset, long End, bool IsStream, PdfDictionary Trailer, Dictionary<int, XrefEntry> Entries)
{
    public long? Previous => (Trailer["Prev"] as PdfNumber)?.Whole;

    /// <summary>Of a table: the stream beside it that only readers of PDF 1.5 and later know.</summary>
    public long? HybridStream => IsStream ? null : (Trailer["XRefStm"] as PdfNumber)?.Whole;
}
