namespace DoanKet.Kernel.Results;

/// <summary>What went wrong, in words for the screen, and the form field it belongs to (empty: the whole form).</summary>
public sealed record Problem(string Field, string Message);

/// <summary>The outcome of a handler whose failures are expected: no exception, all problems at once.</summary>
public class Result
{
    protected Result(IReadOnlyList<Problem> problems, bool isRefused = false)
    {
        Problems = problems;
        IsRefused = isRefused;
    }

    public IReadOnlyList<Problem> Problems { get; }

    public bool Ok => Problems.Count == 0;

    /// <summary>The person may not do this at all, however the form is filled in: answered with 403, not with 422.</summary>
    public bool IsRefused { get; }

    /// <summary>All messages in one line, for the command line and the log.</summary>
    public string Message => string.Join(" ", Problems.Select(p => p.Message));

    public static Result Success { get; } = new([]);

    public static Result Fail(string message, string field = "") => new([new(field, message)]);

    public static Result Fail(IEnumerable<Problem> problems) => new([.. problems]);

    /// <inheritdoc cref="IsRefused"/>
    public static Result Refuse(string message) => new([new("", message)], isRefused: true);

    public static Result<T> Of<T>(T value) => new(value, []);
}

/// <summary>A result that carries a value when it is <see cref="Result.Ok"/>.</summary>
public sealed class Result<T> : Result
{
    private readonly T? _value;

    internal Result(T? value, IReadOnlyList<Problem> problems, bool isRefused = false)
        : base(problems, isRefused) => _value = value;

    /// <exception cref="InvalidOperationException">The result is a failure.</exception>
    public T Value => Ok ? _value! : throw new InvalidOperationException("A failed result has no value: " + Message);

    public static new Result<T> Fail(string message, string field = "") => new(default, [new(field, message)]);

    public static new Result<T> Fail(IEnumerable<Problem> problems) => new(default, [.. problems]);

    public static new Result<T> Refuse(string message) => new(default, [new("", message)], isRefused: true);

    public static implicit operator Result<T>(T value) => new(value, []);
}
