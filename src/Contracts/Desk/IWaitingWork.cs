using DoanKet.Kernel.Access;

namespace DoanKet.Contracts.Desk;

/// <summary>How pressing a piece of waiting work is, most pressing first.</summary>
public enum Pressure
{
    Overdue = 0,
    DueSoon = 1,
    Urgent = 2,
    Normal = 3,

    /// <summary>Late, but for others to do: one only follows and reminds, so it stands after one's own work.</summary>
    OthersLate = 4,
}

/// <summary>One thing that waits for a person, with its one obvious next step.</summary>
/// <param name="Group">Vietnamese heading under which it stands, e.g. "Chờ vào sổ".</param>
/// <param name="Title">What it is: number and subject of the document.</param>
/// <param name="Detail">Who it came from, and anything that helps to decide.</param>
/// <param name="Due">Day by which it must be done.</param>
/// <param name="Since">The instant since which it waits, UTC.</param>
/// <param name="NextStep">Words of the one button.</param>
/// <param name="Link">Where the button goes.</param>
/// <param name="Page">Where it can be read. Given when the button does the step itself, by a post to the link.</param>
public sealed record WaitingItem(
    string Group,
    string Title,
    string Detail,
    DateOnly? Due,
    DateTime Since,
    Pressure Pressure,
    string NextStep,
    string Link,
    string? Page = null
);

/// <summary>A kind of waiting work and its size: the list may be cut, the counts are whole.</summary>
/// <param name="Items">Those that are overdue first.</param>
/// <param name="Overdue">How many of <paramref name="Count"/> are overdue.</param>
public sealed record WaitingGroup(string Group, int Count, string AllLink, IReadOnlyList<WaitingItem> Items, int Overdue = 0);

/// <summary>A module's answer to "what waits for me?" on the home page.</summary>
public interface IWaitingWork
{
    /// <summary>Groups in the order of the work; empty groups left out; at most <paramref name="perGroup"/> items in each.</summary>
    Task<IReadOnlyList<WaitingGroup>> ForAsync(CurrentUser user, int perGroup, CancellationToken ct);
}
