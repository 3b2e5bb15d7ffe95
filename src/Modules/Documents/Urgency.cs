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
    public static string Name(this Urgency urgency) =>
        urgency switch
        {
            Urgency.Urgent => "Khẩn",
            Urgency.VeryUrgent => "Thượng khẩn",
            Urgency.Express => "Hỏa tốc",
            _ => "Thường",
        };
}
