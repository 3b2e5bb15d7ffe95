namespace DoanKet.OfficialFormat;

/// <summary>How far a value may be trusted; the person who registers decides.</summary>
public enum Confidence
{
    /// <summary>The form is unusual: look closely.</summary>
    Guess,

    /// <summary>Probably right.</summary>
    Likely,

    /// <summary>Stood where and as the decree says.</summary>
    Sure,
}

/// <summary>A value and the place it was read from.</summary>
/// <param name="Snippet">The words it stood in.</param>
/// <param name="Offset">Where they begin in the composed text (<c>Normalise.Nfc</c>).</param>
public sealed record Reading<T>(T Value, string Snippet, int Offset, Confidence Confidence)
{
    /// <summary>Part of such values that are right, from 0 to 1: less than was found on the letters of <c>bench reading</c>.</summary>
    public double Certainty =>
        Confidence switch
        {
            Confidence.Sure => 0.99,
            Confidence.Likely => 0.9,
            _ => 0.5,
        };

    /// <summary>All the stretches of the composed text it was read from, in their order; empty when it stands beyond it.</summary>
    public IReadOnlyList<TextSpan> Spans { get; init; } = [new(Offset, Snippet.Length)];

    internal Reading<TOther> With<TOther>(TOther value, Confidence confidence) => new(value, Snippet, Offset, confidence) { Spans = Spans };
}

/// <summary>A stretch of text.</summary>
public readonly record struct TextSpan(int Offset, int Length);
