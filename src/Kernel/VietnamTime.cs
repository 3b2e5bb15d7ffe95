namespace DoanKet.Kernel;

/// <summary>Vietnam's civil time (UTC+7, no summer time since 1975), used only at the edge: on screens, in papers, for "today".</summary>
public static class VietnamTime
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(7);

    /// <summary>The same as a time zone, whatever the machine knows of time zones.</summary>
    public static TimeZoneInfo Zone { get; } =
        TimeZoneInfo.CreateCustomTimeZone("Asia/Ho_Chi_Minh", Offset, "Giờ Việt Nam", "Giờ Việt Nam");

    public static DateOnly Today(this TimeProvider time) => DateOf(time.UtcDateTime());

    /// <summary>The present instant, UTC, as stored in the database.</summary>
    public static DateTime UtcDateTime(this TimeProvider time) => time.GetUtcNow().UtcDateTime;

    public static DateOnly DateOf(DateTime utc) => DateOnly.FromDateTime(utc + Offset);

    public static DateTime Local(DateTime utc) => DateTime.SpecifyKind(utc + Offset, DateTimeKind.Unspecified);

    /// <summary>The instant, UTC, at which a day begins in Vietnam.</summary>
    public static DateTime StartOf(DateOnly day) => DateTime.SpecifyKind(day.ToDateTime(TimeOnly.MinValue) - Offset, DateTimeKind.Utc);

    /// <summary>"05/03/2026".</summary>
    public static string Show(this DateOnly day) => day.ToString("dd/MM/yyyy");

    /// <summary>"14:03 05/03/2026" in Vietnam's time.</summary>
    public static string Show(this DateTime utc) => Local(utc).ToString("HH:mm dd/MM/yyyy");
}
