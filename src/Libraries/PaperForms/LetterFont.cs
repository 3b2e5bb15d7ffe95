namespace DoanKet.PaperForms;

/// <summary>Times New Roman or what stands in for it, for whoever puts text on papers that others made.</summary>
public static class LetterFont
{
    /// <returns>A TrueType file with all Vietnamese letters.</returns>
    /// <exception cref="InvalidOperationException">No such font is installed.</exception>
    public static byte[] Read() => PaperFonts.Installed.RegularFile();
}
