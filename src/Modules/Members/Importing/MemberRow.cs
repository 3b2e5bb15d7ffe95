using DoanKet.PersonalData;

namespace DoanKet.Modules.Members.Importing;

/// <summary>One person of a list, as far as it was understood. Null: nothing stands there, and what is known already stays.</summary>
/// <param name="line">In the sheet, from 1.</param>
internal sealed class MemberRow(int line)
{
    public int Line => line;

    public string FullName { get; set; } = "";

    public Sex? Sex { get; set; }

    public BirthDate? Born { get; set; }

    public NationalId? NationalId { get; set; }

    public string? Phone { get; set; }

    public DateOnly? IdIssuedOn { get; set; }

    public DateOnly? WorkFrom { get; set; }

    public DateOnly? JoinedOn { get; set; }

    public DateOnly? PartyJoinedOn { get; set; }

    public bool? IsPartyMember { get; set; }

    public string? UnitCode { get; set; }

    /// <summary>The other texts, by their field.</summary>
    public Dictionary<MemberField, string> Texts { get; } = [];

    /// <summary>What was put right or left open.</summary>
    public List<string> Notes { get; } = [];

    /// <summary>What a person has to say before the row can be taken.</summary>
    public List<string> Doubts { get; } = [];

    /// <summary>Why the row can't be taken.</summary>
    public List<string> Problems { get; } = [];

    public string Text(MemberField field) => Texts.GetValueOrDefault(field, "");
}
