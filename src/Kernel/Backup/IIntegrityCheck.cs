namespace DoanKet.Kernel.Backup;

/// <summary>Looks whether one part of the installation is whole.</summary>
public interface IIntegrityCheck
{
    /// <summary>What is checked, in Vietnamese: "Tệp".</summary>
    string Name { get; }

    /// <summary>Every problem in words; nothing when all is well. Changes nothing.</summary>
    IAsyncEnumerable<string> FindAsync(CancellationToken ct);
}
