namespace DoanKet.Kernel.Results;

/// <summary>Collects every problem of an input before answering, so that a form is corrected once and not field by field.</summary>
public sealed class Check
{
    private readonly List<Problem> _problems = [];

    public bool Ok => _problems.Count == 0;

    public IReadOnlyList<Problem> Problems => _problems;

    /// <summary>Notes the problem unless the condition holds.</summary>
    public Check That(bool condition, string field, string message)
    {
        if (!condition)
            _problems.Add(new(field, message));
        return this;
    }

    public Check Filled(string? value, string field, string message) => That(!string.IsNullOrWhiteSpace(value), field, message);

    public Check AtMost(string? value, int length, string field, string label) =>
        That((value?.Length ?? 0) <= length, field, $"{label} dài quá {length} ký tự; hãy rút gọn.");

    public Result AsResult() => Ok ? Result.Success : Result.Fail(_problems);
}
