namespace DoanKet.Testing.Letters;

/// <summary>How much must be read right for a clerk to trust the form.</summary>
public static class LetterGoals
{
    /// <summary>Of values shown as sure, the part that may be wrong.</summary>
    private const double SurelyWrong = 0.01;

    private static readonly Dictionary<string, double> Right = new()
    {
        ["number"] = 0.99,
        ["issuedOn"] = 0.99,
        ["kind"] = 0.99,
        ["issuer"] = 0.97,
        ["signer"] = 0.97,
        ["subject"] = 0.95,
    };

    /// <summary>What falls short, with an example of each; empty when all is reached.</summary>
    public static IReadOnlyList<string> Missed(IReadOnlyCollection<ReadField> fields)
    {
        var missed = fields
            .Where(f => Right.ContainsKey(f.Name))
            .GroupBy(f => f.Name)
            .Where(group => group.Count(f => f.Right) < Right[group.Key] * group.Count())
            .Select(group => $"{group.Key}: {group.Count(f => f.Right)} of {group.Count()}; {group.First(f => !f.Right)}")
            .ToList();
        var sure = fields.Where(f => f.Sure).ToList();
        var wrong = sure.Where(f => !f.Right).ToList();
        if (wrong.Count > SurelyWrong * sure.Count)
            missed.Add($"{wrong.Count} of {sure.Count} sure values are wrong; {wrong[0]}");
        return missed;
    }
}
