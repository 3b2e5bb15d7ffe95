namespace DoanKet.Ui.UnitPicker;

/// <summary>A unit as the picker shows it.</summary>
public sealed record UnitChoice(Guid Id, string Name, string Code, string Kind, string? Parent);

/// <summary>What a pasted list came to.</summary>
public sealed record PastedUnits(IReadOnlyList<UnitChoice> Found, IReadOnlyList<string> Unknown);

/// <summary>Where the picker finds units; the module that keeps the tree of units implements it.</summary>
public interface IUnitChoices
{
    /// <summary>Living units whose name or code holds every word, with or without tone marks; at most <paramref name="take"/>.</summary>
    Task<IReadOnlyList<UnitChoice>> FindAsync(string words, int take, CancellationToken ct);

    /// <summary>The units with these ids, in the order of their names.</summary>
    Task<IReadOnlyList<UnitChoice>> ByIdsAsync(IReadOnlyCollection<Guid> ids, CancellationToken ct);

    /// <summary>One name or code on each line; a line that names no unit, or several, is unknown.</summary>
    Task<PastedUnits> PastedAsync(string lines, CancellationToken ct);
}
