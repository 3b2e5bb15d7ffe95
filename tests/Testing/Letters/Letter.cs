namespace DoanKet.Testing.Letters;

/// <summary>A made-up official document: what stands on it, and so what a reader must find. Nobody in it lives.</summary>
public sealed record Letter
{
    /// <summary>As printed: 05, 123; null while it is still blank.</summary>
    public string? Number { get; init; }

    public required string Notation { get; init; }

    /// <summary>Between number and notation: a slash, for the Party a dash.</summary>
    public char Mark { get; init; } = '/';

    public required DateOnly IssuedOn { get; init; }

    public required string Place { get; init; }

    /// <summary>In capitals, as printed; empty without a superior body.</summary>
    public string Superior { get; init; } = "";

    public required string Issuer { get; init; }

    public required string KindCode { get; init; }

    /// <summary>In capitals; empty for a công văn.</summary>
    public string KindName { get; init; } = "";

    public required string Subject { get; init; }

    /// <summary>A work title before the name, such as "ThS."; not part of it.</summary>
    public string SignerTitle { get; init; } = "";

    public required string SignerName { get; init; }

    /// <summary>Somebody who signs beside them.</summary>
    public (string Position, string Name)? SecondSigner { get; init; }

    public required string Position { get; init; }

    /// <summary>TM. BAN THƯỜNG VỤ, KT. CHỦ TỊCH; empty for who signs in their own right.</summary>
    public IReadOnlyList<string> Authority { get; init; } = [];

    public string Urgency { get; init; } = "";

    public string Secrecy { get; init; } = "";

    public IReadOnlyList<string> Addressees { get; init; } = [];

    public required IReadOnlyList<string> Paragraphs { get; init; }

    /// <summary>Days that <see cref="Paragraphs"/> ask for, in their order.</summary>
    public IReadOnlyList<DateOnly> Deadlines { get; init; } = [];

    public required IReadOnlyList<string> Recipients { get; init; }

    public bool IsParty => Mark == '-';

    public bool IsOfficialLetter => KindCode == "CV";
}
