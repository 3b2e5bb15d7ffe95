namespace DoanKet.Ui.UnitPicker;

/// <summary>Stands in where no module keeps units.</summary>
internal sealed class NoUnits : IUnitChoices
{
    public Task<IReadOnlyList<UnitChoice>> FindAsync(string words, int take, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<UnitChoice>>([]);

    public Task<IReadOnlyList<UnitChoice>> ByIdsAsync(IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<UnitChoice>>([]);

    public Task<PastedUnits> PastedAsync(string lines, CancellationToken ct) =>
        Task.FromResult(new PastedUnits([], lines.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)));
}
