namespace DoanKet.Kernel.Catalogues;

/// <summary>A row of a catalogue: what the law or a decision names holds from a day, often to a day, and somebody must be able to say by
/// which paper.</summary>
public interface IDatedRow
{
    DateOnly ValidFrom { get; set; }

    /// <summary>Last day; null: until further notice.</summary>
    DateOnly? ValidTo { get; set; }

    /// <summary>The law, decree or decision that says so.</summary>
    string Source { get; set; }
}

/// <summary>Reading a catalogue as at a day.</summary>
public static class DatedRows
{
    /// <summary>Longest source, in characters; for the configuration of every catalogue.</summary>
    public const int MaxSource = 200;

    /// <summary>The rows that hold on a day.</summary>
    public static IQueryable<T> ValidOn<T>(this IQueryable<T> rows, DateOnly day)
        where T : class, IDatedRow => rows.Where(row => row.ValidFrom <= day && (row.ValidTo == null || row.ValidTo >= day));

    public static bool HoldsOn(this IDatedRow row, DateOnly day) => row.ValidFrom <= day && (row.ValidTo is null || row.ValidTo >= day);
}
