namespace DoanKet.Pades;

/// <summary>The file breaks a rule of ISO 32000. The reader never repairs: what one program repairs another shows differently.</summary>
public sealed class PdfFormatException(string message, long offset = -1) : Exception(offset < 0 ? message : $"{message} (byte {offset})")
{
    /// <summary>Where, in bytes from the beginning of the file; -1 where that is not known.</summary>
    public long Offset => offset;
}
