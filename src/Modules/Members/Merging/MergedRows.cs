using System.Text.Json;
using DoanKet.Modules.Members.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace DoanKet.Modules.Members.Merging;

/// <summary>The values of one row by the names of its columns, so that a column that comes later takes nothing away.</summary>
internal sealed record RowText(IReadOnlyDictionary<string, JsonElement> Values)
{
    public static RowText Of(EntityEntry row) =>
        new(row.Properties.ToDictionary(p => p.Metadata.Name, p => JsonSerializer.SerializeToElement(p.CurrentValue, p.Metadata.ClrType)));

    /// <param name="except">Columns that stay as they are.</param>
    public void Into(EntityEntry row, params string[] except)
    {
        foreach (var column in row.Properties.Where(p => !p.Metadata.IsPrimaryKey() && !except.Contains(p.Metadata.Name)))
            if (Values.TryGetValue(column.Metadata.Name, out var value))
                column.CurrentValue = value.Deserialize(column.Metadata.ClrType);
    }
}

/// <summary>One member's rows as they were.</summary>
internal sealed record RecordText(RowText Member, RowText Profile, RowText Sensitive)
{
    public static RecordText Of(DbContext db, MemberRecord record) =>
        new(RowText.Of(db.Entry(record.Member)), RowText.Of(db.Entry(record.Profile)), RowText.Of(db.Entry(record.Sensitive)));

    public void Into(DbContext db, MemberRecord record, params string[] except)
    {
        Member.Into(db.Entry(record.Member), except);
        Profile.Into(db.Entry(record.Profile));
        Sensitive.Into(db.Entry(record.Sensitive));
    }
}

/// <summary>What went from the entry that is gone to the one that stayed, by id.</summary>
/// <param name="Photo">The picture went along.</param>
/// <param name="EndedCards">Cards in hand that ended because the other entry had one, too.</param>
/// <param name="Movement">The event that says so in the history; null where the entry that is gone was no member.</param>
internal sealed record MovedRows(
    IReadOnlyList<Guid> Movements,
    IReadOnlyList<Guid> Cards,
    IReadOnlyList<Guid> Transfers,
    IReadOnlyList<Guid> Consents,
    IReadOnlyList<Guid> Uses,
    IReadOnlyList<Guid> Requests,
    IReadOnlyList<Guid> Posts,
    IReadOnlyList<Guid> EndedCards,
    bool Photo,
    Guid? Movement
);

/// <summary>All that is needed to part two entries again.</summary>
/// <param name="GonePhoto">A picture that did not go along, for the other entry had one.</param>
internal sealed record MergedRows(RecordText Kept, RecordText Gone, RowText? GonePhoto, MovedRows Moved);
