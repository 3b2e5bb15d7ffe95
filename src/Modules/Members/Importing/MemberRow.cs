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

    /// <summary>Hash of the number by which members are found; null until the plan has looked.</summary>
    public Guid? NationalIdKey { get; set; }

    public string? Phone { get; set; }

    public DateOnly? IdIssuedOn { get; set; }

    public DateOnly? WorkFrom { get; set; }

    public DateOnly? JoinedOn { get; set; }

    public DateOnly? PartyJoinedOn { get; set; }

    public bool? IsPartyMember { get; set; }

    public string? UnitCode { get; set; }

    /// <summary>The other texts. A list and no dictionary: there are few, and a province has many rows.</summary>
    private readonly List<(MemberField Field, string Text)> _texts = [];

    /// <summary>What was put right or left open.</summary>
    public List<string> Notes { get; } = [];

    /// <summary>What a person has to say before the row can be taken.</summary>
    public List<string> Doubts { get; } = [];

    /// <summary>Why the row can't be taken.</summary>
    public List<string> Problems { get; } = [];

    /// <summary>"" where nothing stands.</summary>
    public string Text(MemberField field)
    {
        foreach (var (known, text) in _texts)
            if (known == field)
                return text;
        return "";
    }

    public void Put(MemberField field, string text)
    {
        _texts.RemoveAll(known => known.Field == field);
        _texts.Add((field, text));
    }
}
