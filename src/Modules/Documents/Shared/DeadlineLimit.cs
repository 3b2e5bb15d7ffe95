namespace DoanKet.Modules.Documents.Shared;

/// <summary>How far a deadline may lie ahead: beyond it the year was mistyped.</summary>
internal static class DeadlineLimit
{
    private const int Years = 5;

    public const string TooFar = "Hạn xa hơn 5 năm; hãy xem lại năm.";

    public static DateOnly Latest(DateOnly today) => today.AddYears(Years);
}
