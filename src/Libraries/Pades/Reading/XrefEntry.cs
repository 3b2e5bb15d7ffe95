namespace DoanKet.Pades.Reading;

internal enum XrefEntryKind
{
    Free,
    InFile,
    InObjectStream,
}

/// <summary>Where an object lies (ISO 32000-2, 7.5.4 and 7.5.8).</summary>
/// <param name="Position">Bytes from the beginning of the file, or the number of the object stream.</param>
/// <param name="Part">The generation, or the index in the object stream.</param>
internal readonly record struct XrefEntry(XrefEntryKind Kind, long Position, int Part);
