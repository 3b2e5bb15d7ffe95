namespace DoanKet.Ui.Shell;

/// <summary>A list with conditions to which the person gave a name.</summary>
/// <param name="Address">Of the list, with its conditions as <see cref="ListAddress"/> orders them.</param>
public sealed record SavedFilterLink(string Name, string Address);

/// <summary>The signed-in person's saved filters of one list, shown by the partial <c>_SavedFilters</c>; the host implements it.</summary>
public interface ISavedFilters
{
    /// <param name="path">Address of the list without conditions.</param>
    Task<IReadOnlyList<SavedFilterLink>> OfAsync(string path, CancellationToken ct);
}
