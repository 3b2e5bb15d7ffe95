namespace DoanKet.Ui.Shell;

/// <summary>Stands in where no host keeps filters.</summary>
internal sealed class NoSavedFilters : ISavedFilters
{
    public Task<IReadOnlyList<SavedFilterLink>> OfAsync(string path, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<SavedFilterLink>>([]);
}
