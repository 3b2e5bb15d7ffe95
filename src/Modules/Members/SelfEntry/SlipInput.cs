using DoanKet.Modules.Members.Registry;
using DoanKet.PersonalData;

namespace DoanKet.Modules.Members.SelfEntry;

/// <summary>The form that people fill in for themselves: what an application asks (mẫu 5a), no more.</summary>
internal sealed class SlipInput
{
    public string FullName { get; set; } = "";

    public Sex? Sex { get; set; }

    public string Born { get; set; } = "";

    public string NationalId { get; set; } = "";

    public DateOnly? IdIssuedOn { get; set; }

    public string Phone { get; set; } = "";

    public string Email { get; set; } = "";

    public string Residence { get; set; } = "";

    public string Department { get; set; } = "";

    public string Position { get; set; } = "";

    public DateOnly? JoinedOn { get; set; }

    /// <summary>Sex and year are right although the number says otherwise.</summary>
    public bool Confirmed { get; set; }

    public bool Agrees { get; set; }

    public static SlipInput Of(CitizenCard card) =>
        new()
        {
            FullName = card.FullName,
            Sex = card.Sex,
            Born = CitizenCardText.Born(card),
            NationalId = card.Number.Digits,
            IdIssuedOn = card.IssuedOn,
            Residence = card.Address,
        };

    public MemberInput ToMember(string unitCode) =>
        new()
        {
            UnitCode = unitCode,
            FullName = FullName,
            Sex = Sex,
            Born = Born,
            NationalId = NationalId,
            IdIssuedOn = IdIssuedOn,
            Phone = Phone,
            Email = Email,
            Residence = Residence,
            Department = Department,
            Position = Position,
            JoinedOn = JoinedOn,
            Confirmed = Confirmed,
        };
}
