using DoanKet.Modules.Members.Shared;
using DoanKet.PersonalData;

namespace DoanKet.Modules.Members.Registry;

/// <summary>The form of a member, as it was typed.</summary>
internal sealed class MemberInput
{
    /// <summary>Of the union; asked only where somebody acts for several.</summary>
    public string UnitCode { get; set; } = "";

    public string FullName { get; set; } = "";

    public Sex? Sex { get; set; }

    /// <summary>Day, or only the year of old papers.</summary>
    public string Born { get; set; } = "";

    /// <summary>Empty when a known number stays.</summary>
    public string NationalId { get; set; } = "";

    public DateOnly? IdIssuedOn { get; set; }

    public string IdIssuedBy { get; set; } = "";

    public string Phone { get; set; } = "";

    public string Email { get; set; } = "";

    public string HomeTown { get; set; } = "";

    public string Residence { get; set; } = "";

    public string Department { get; set; } = "";

    public string Position { get; set; } = "";

    public DateOnly? WorkFrom { get; set; }

    public string ContractKind { get; set; } = "";

    public string InsuranceNumber { get; set; } = "";

    public string Education { get; set; } = "";

    public string Qualification { get; set; } = "";

    public string PoliticalTheory { get; set; } = "";

    public DateOnly? JoinedOn { get; set; }

    public string UnionPost { get; set; } = "";

    public string MemberNumber { get; set; } = "";

    public string OldCardNumber { get; set; } = "";

    public string Note { get; set; } = "";

    public string Ethnicity { get; set; } = "";

    public string Religion { get; set; } = "";

    public bool IsPartyMember { get; set; }

    public DateOnly? PartyJoinedOn { get; set; }

    /// <summary>What the program doubted is right as it is.</summary>
    public bool Confirmed { get; set; }

    /// <summary>Of the member when the form was opened.</summary>
    public int Version { get; set; }

    public static MemberInput Of(CitizenCard card) =>
        new()
        {
            FullName = card.FullName,
            Sex = card.Sex,
            Born = CitizenCardText.Born(card),
            NationalId = card.Number.Digits,
            IdIssuedOn = card.IssuedOn,
            Residence = card.Address,
        };

    /// <summary>The form over a known member; the identity number is never written into a page.</summary>
    public static MemberInput From(MemberRecord record)
    {
        var (member, profile, sensitive) = record;
        return new()
        {
            FullName = member.FullName,
            Sex = member.Sex,
            Born = member.Born?.ToString() ?? "",
            IdIssuedOn = profile.IdIssuedOn,
            IdIssuedBy = profile.IdIssuedBy,
            Phone = member.Phone,
            Email = member.Email,
            HomeTown = profile.HomeTown,
            Residence = profile.Residence,
            Department = member.Department,
            Position = member.Position,
            WorkFrom = profile.WorkFrom,
            ContractKind = profile.ContractKind,
            InsuranceNumber = profile.InsuranceNumber,
            Education = profile.Education,
            Qualification = profile.Qualification,
            PoliticalTheory = profile.PoliticalTheory,
            JoinedOn = member.JoinedOn,
            UnionPost = profile.UnionPost,
            MemberNumber = member.MemberNumber ?? "",
            OldCardNumber = profile.OldCardNumber,
            Note = profile.Note,
            Ethnicity = sensitive.Ethnicity,
            Religion = sensitive.Religion,
            IsPartyMember = sensitive.IsPartyMember,
            PartyJoinedOn = sensitive.PartyJoinedOn,
            Version = member.Version,
        };
    }

    /// <summary>Puts what was typed into the rows. The number is put in by who seals it.</summary>
    /// <param name="withSensitive">False leaves what the person may not see as it is.</param>
    public void To(MemberRecord record, BirthDate? born, string phone, bool withSensitive)
    {
        var (member, profile, sensitive) = record;
        member.Rename(PersonName.Tidy(FullName));
        member.Sex = Sex;
        member.Born = born;
        member.Phone = phone;
        member.Email = Email.Trim();
        member.Department = Department.Trim();
        member.Position = Position.Trim();
        member.JoinedOn = JoinedOn;
        member.MemberNumber = MemberNumber.Trim() is { Length: > 0 } number ? number : null;
        profile.IdIssuedOn = IdIssuedOn;
        profile.IdIssuedBy = IdIssuedBy.Trim();
        profile.HomeTown = HomeTown.Trim();
        profile.Residence = Residence.Trim();
        profile.WorkFrom = WorkFrom;
        profile.ContractKind = ContractKind.Trim();
        profile.InsuranceNumber = InsuranceNumber.Trim();
        profile.Education = Education.Trim();
        profile.Qualification = Qualification.Trim();
        profile.PoliticalTheory = PoliticalTheory.Trim();
        profile.UnionPost = UnionPost.Trim();
        profile.OldCardNumber = OldCardNumber.Trim();
        profile.Note = Note.Trim();
        if (!withSensitive)
            return;
        sensitive.Ethnicity = Ethnicity.Trim();
        sensitive.Religion = Religion.Trim();
        sensitive.IsPartyMember = IsPartyMember || PartyJoinedOn is not null;
        sensitive.PartyJoinedOn = PartyJoinedOn;
    }
}
