using System.Globalization;

namespace DoanKet.Ui.Parts;

/// <summary>Numbers as Vietnam writes them: 2.911 and 12,5.</summary>
public static class Figures
{
    private static readonly NumberFormatInfo Vietnamese = new() { NumberGroupSeparator = ".", NumberDecimalSeparator = "," };

    public static string Show(long value) => value.ToString("#,0", Vietnamese);

    public static string Show(decimal value) => value.ToString("#,0.##", Vietnamese);
}
