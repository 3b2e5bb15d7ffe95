namespace DoanKet.Modules.Members.Letters;

/// <summary>A letter to each member of a list. Words in double braces become those of the member, see <see cref="LetterWords"/>.</summary>
internal sealed class LetterInput
{
    /// <summary>"Thư mời", "Thư chúc mừng"; above the subject.</summary>
    public string Kind { get; set; } = "";

    public string Subject { get; set; } = "";

    public string PlaceAndDay { get; set; } = "";

    /// <summary>A paragraph a line.</summary>
    public string Text { get; set; } = "";

    public string SignerPosition { get; set; } = "";

    public string SignerName { get; set; } = "";

    /// <summary>Stands in the log with the number of people.</summary>
    public string Reason { get; set; } = "";
}

/// <summary>Labels for envelopes and gifts.</summary>
internal sealed class LabelInput
{
    /// <summary>"3x8" or "2x7": labels beside and below each other on the sheet.</summary>
    public string Sheet { get; set; } = "3x8";

    /// <summary>The first label that the first sheet still has.</summary>
    public int First { get; set; } = 1;

    public bool WithResidence { get; set; }

    public bool WithPhone { get; set; }

    public string Reason { get; set; } = "";
}
