namespace DoanKet.Modules.Documents.Outgoing;

/// <summary>
/// Quyền hạn ký (Nghị định 30/2020, điều 13; phụ lục I, phần II, 7): TM. for a collective, KT. for a deputy in place of the head, TUQ.
/// by a written authority.
/// </summary>
internal static class SigningAuthority
{
    private const string Deputy = "Phó ",
        InPlaceOf = "KT. ";

    /// <summary>For the form; whoever knows another one types it.</summary>
    public static IReadOnlyList<string> Usual { get; } =
    ["TM. BAN CHẤP HÀNH", "TM. BAN THƯỜNG VỤ", "TM. ỦY BAN KIỂM TRA", "TL. BAN THƯỜNG VỤ", "KT. CHỦ TỊCH"];

    /// <summary>What was typed, with KT. and the head's position added for a deputy.</summary>
    public static string Of(string typed, SignerRow signer, IReadOnlyList<SignerRow> leaders)
    {
        var authority = typed.Trim();
        if (!IsDeputy(signer) || authority.Contains(InPlaceOf, StringComparison.Ordinal))
            return authority;
        var head = leaders.FirstOrDefault(l => !IsDeputy(l))?.Title ?? signer.Title[Deputy.Length..];
        return Joined(authority, InPlaceOf + head.ToUpperInvariant());
    }

    /// <summary>Of somebody without a leader's post, to whom an absent leader gave a written authority.</summary>
    public static string ByWrittenAuthority(string absentTitle) => "TUQ. " + absentTitle.ToUpperInvariant();

    private static bool IsDeputy(SignerRow signer) => signer.Title.StartsWith(Deputy, StringComparison.OrdinalIgnoreCase);

    private static string Joined(string first, string second) => first.Length == 0 ? second : $"{first}, {second}";
}
