namespace DoanKet.Kernel.Backup;

/// <summary>
/// Makes again what follows from the rows and is in no backup, such as the search index. Runs inside the transaction of a restore.
/// </summary>
public interface IRebuildDerived
{
    Task RebuildAsync(CancellationToken ct);
}
