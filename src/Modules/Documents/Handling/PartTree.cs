using DoanKet.Modules.Documents.Shared;

namespace DoanKet.Modules.Documents.Handling;

/// <summary>The parts of one document as they hang together: what was given on hangs below the part it was given from.</summary>
internal sealed class PartTree(IReadOnlyList<Assignment> parts)
{
    /// <summary>Whoever has something to do and has not said that it is done.</summary>
    public IEnumerable<Assignment> OpenWork => parts.Where(IsOpenWork);

    /// <summary>The lead that the leader named has done its part.</summary>
    public bool IsLeadDone => parts.Any(p => p is { FromId: null, Role: AssignmentRole.Lead, State: AssignmentState.Done });

    /// <summary>The lead has closed and nobody has anything left to do.</summary>
    public bool IsDone => IsLeadDone && !OpenWork.Any();

    /// <summary>Nobody else has anything left to do, so that finishing the part completes the document.</summary>
    public bool IsLastWork(Assignment part) =>
        (part is { FromId: null, Role: AssignmentRole.Lead } || IsLeadDone) && OpenWork.All(open => open.Id == part.Id);

    /// <summary>In the order shown: each part, then what was given on from it; with how deep it hangs.</summary>
    public IEnumerable<(Assignment Part, int Depth)> InOrder() =>
        parts.Where(p => p.FromId is null || parts.All(other => other.Id != p.FromId)).SelectMany(p => WithBelow(p, 0));

    public IEnumerable<Assignment> OpenWorkBelow(Assignment part) => WithBelow(part, 0).Skip(1).Select(p => p.Part).Where(IsOpenWork);

    /// <summary>Ends a part that is open, and everything given on from it.</summary>
    public void End(Assignment part, DateTime now)
    {
        foreach (var (ended, _) in WithBelow(part, 0).Where(p => p.Part.State == AssignmentState.Open))
            (ended.State, ended.EndedAt) = (AssignmentState.Ended, now);
    }

    private IEnumerable<(Assignment Part, int Depth)> WithBelow(Assignment part, int depth) =>
        parts.Where(p => p.FromId == part.Id).SelectMany(p => WithBelow(p, depth + 1)).Prepend((part, depth));

    private static bool IsOpenWork(Assignment part) => part is { State: AssignmentState.Open, IsWork: true };
}
