using DoanKet.Kernel;

namespace DoanKet.Modules.Documents.Registers;

/// <summary>How the books write numbers and documents.</summary>
internal static class RegisterWording
{
    /// <summary>Names of receivers up to this many; more are counted.</summary>
    public const int Few = 5;

    /// <summary>Below ten with a 0 before it (điều 15, phụ lục IV).</summary>
    public static string Number(int number) => number.ToString("00");

    /// <summary>"Hướng dẫn số 18/HD-LĐLĐ ngày 05/03/2026 của Liên đoàn Lao động tỉnh".</summary>
    public static string Heading(string kind, string numberText, DateOnly? issuedOn, string issuer) =>
        (kind.Length > 0 ? kind : "Văn bản")
        + (numberText.Length > 0 ? $" số {numberText}" : "")
        + (issuedOn is { } day ? $" ngày {day.Show()}" : "")
        + (issuer.Length > 0 ? $" của {issuer}" : "");
}
