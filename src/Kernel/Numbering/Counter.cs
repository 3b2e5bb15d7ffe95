using DoanKet.Kernel.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DoanKet.Kernel.Numbering;

/// <summary>The last number taken of one sequence, e.g. the incoming book of a unit for a year.</summary>
public sealed class Counter
{
    public required string Key { get; set; }

    public int Value { get; set; }

    private sealed class Configuration : IEntityTypeConfiguration<Counter>
    {
        public void Configure(EntityTypeBuilder<Counter> counter)
        {
            counter.ToTable("kernel_counters");
            counter.HasKey(c => c.Key);
            counter.Property(c => c.Key).HasColumnName("key").HasMaxLength(120).UseOrdinalCollation();
            counter.Property(c => c.Value).HasColumnName("value");
        }
    }
}

/// <summary>
/// Numbers that are never reused and never skipped (Nghị định 30/2020, điều 15 and 22): the counter's row stays locked until
/// the transaction that used the number commits, and a rolled-back transaction gives the number back.
/// </summary>
public sealed class Numbers(UnionDb db)
{
    /// <exception cref="InvalidOperationException">No transaction is open: the number could be lost.</exception>
    public Task<int> TakeAsync(string sequence, CancellationToken ct)
    {
        if (db.Database.CurrentTransaction is null)
            throw new InvalidOperationException("A number is taken inside the transaction that uses it.");
        return db.Dialect.TakeNumberAsync(db, sequence, 1, ct);
    }

    /// <summary>Gives the last number back, within the transaction that took its use back; false when others were taken since.</summary>
    public async Task<bool> GiveBackAsync(string sequence, int number, CancellationToken ct) =>
        await db.Set<Counter>()
            .Where(c => c.Key == sequence && c.Value == number)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.Value, number - 1), ct) == 1;

    /// <summary>Takes no number, but lets nobody else take one until the transaction ends.</summary>
    public Task<int> HoldAsync(string sequence, CancellationToken ct) =>
        db.Set<Counter>().Where(c => c.Key == sequence).ExecuteUpdateAsync(set => set.SetProperty(c => c.Value, c => c.Value), ct);
}
