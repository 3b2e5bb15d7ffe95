namespace DoanKet.Testing.Letters;

public enum Side
{
    Left,
    Middle,
    Right,
    Both,
}

/// <summary>A paragraph. An empty one is an empty line.</summary>
public sealed record LetterLine(string Text, Side Side = Side.Middle)
{
    public bool Bold { get; init; }

    public bool Italic { get; init; }

    /// <summary>Points.</summary>
    public double Size { get; init; } = 13;

    /// <summary>Points before the first word.</summary>
    public double Indent { get; init; }

    /// <summary>A short line is drawn below, a third of the width.</summary>
    public bool Rule { get; init; }
}

/// <summary>What stands below one another on the paper.</summary>
public abstract record LetterBlock;

public sealed record LinesBlock(IReadOnlyList<LetterLine> Lines, bool TwoColumns = false) : LetterBlock;

/// <summary>Rows of two cells without borders.</summary>
public sealed record PairBlock(int LeftShare, IReadOnlyList<(IReadOnlyList<LetterLine> Left, IReadOnlyList<LetterLine> Right)> Rows)
    : LetterBlock;

/// <summary>A table with borders.</summary>
public sealed record GridBlock(IReadOnlyList<IReadOnlyList<string>> Rows) : LetterBlock;

public sealed record NewPageBlock : LetterBlock;
