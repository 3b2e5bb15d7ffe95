namespace DoanKet.Modules.Documents.Shared;

/// <summary>The incoming books a unit may keep; each has its own sequence of số đến in a year (điều 22).</summary>
internal static class IncomingBooks
{
    public static IReadOnlyList<(string Code, string Name)> All { get; } = [("", "Sổ đăng ký văn bản đến"), ("DT", "Sổ đăng ký đơn, thư")];

    public static bool Has(string code) => All.Any(b => b.Code == code);

    public static string Name(string code) => All.FirstOrDefault(b => b.Code == code).Name ?? code;

    /// <summary>Key of the counter from which số đến is taken.</summary>
    public static string Sequence(Guid unitId, string code, int year) => $"in:{unitId:N}:{code}:{year}";
}
