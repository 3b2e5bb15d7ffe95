using DoanKet.Pades.Objects;
using DoanKet.Pades.Reading;

namespace DoanKet.Pades;

/// <summary>A signature with the file as it was when it was signed.</summary>
/// <param name="Range">Null where it is broken; then <paramref name="Problem"/> says why.</param>
internal sealed record SignedRevision(FormField Field, PdfDictionary Signature, ByteRange? Range, PdfFile? File, string? Problem)
{
    public static SignedRevision Find(PdfFile file, FormField field, PdfDictionary signature)
    {
        if (ByteRange.Read(file, signature, out var problem) is not { } range)
            return new(field, signature, null, null, problem);
        try
        {
            var revision = file.At(range.End);
            problem = WhatIsWrong(file, revision, range, field);
            return problem is null ? new(field, signature, range, revision, null) : new(field, signature, null, null, problem);
        }
        catch (PdfFormatException broken)
        {
            return new(field, signature, null, null, $"The signed bytes are no whole file: {broken.Message}");
        }
    }

    public Coverage CoverageIn(PdfFile file) =>
        Range is null ? Coverage.Broken
        : Range.End == file.Source.Length ? Coverage.Whole
        : Coverage.Partial;

    private static string? WhatIsWrong(PdfFile file, PdfFile revision, ByteRange range, FormField field)
    {
        var isEnd = !revision
            .Source.Read(revision.EndOfFile, (int)(range.End - revision.EndOfFile))
            .Any(letter => !Letters.IsSpace(letter));
        if (!isEnd)
            return "The signed bytes do not end where a revision of the file ends.";
        if (!file.Sections.Any(section => section.Offset == revision.Sections[0].Offset))
            return "The file does not continue the signed revision.";
        var then = new FormFields(revision).Read().FirstOrDefault(other => other.Name == field.Name && other.IsSignature);
        var isSame = then is not null && new Sameness(revision, file).Same(then.Value, field.Value);
        return isSame ? null : "The signature's dictionary is not the one that was signed.";
    }
}
