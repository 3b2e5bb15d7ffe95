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
public sealed record Reading<T>(T Value, string Snippet, int Offset, Confidence Confidence);
