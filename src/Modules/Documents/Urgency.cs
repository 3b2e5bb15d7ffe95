namespace DoanKet.Modules.Documents;

/// <summary>Mức độ khẩn (Nghị định 30/2020, điều 4 and 8).</summary>
internal enum Urgency
{
    Normal = 0,
    Urgent = 1,
    VeryUrgent = 2,
    Express = 3,
}

internal static class UrgencyNames
{
    /// <summary>True for what may not wait for the morning's letter.</summary>
    public static bool CannotWait(this Urgency urgency) => urgency != Urgency.Normal;

    public static string Name(this Urgency urgency) =>
        urgency switch
        {
            Urgency.Urgent => "Khẩn",
            Urgency.VeryUrgent => "Thượng khẩn",
            Urgency.Express => "Hỏa tốc",
            _ => "Thường",
        };
}
