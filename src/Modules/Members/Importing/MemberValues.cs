using System.Text.Json;
using DoanKet.Modules.Members.Shared;
using DoanKet.PersonalData;

namespace DoanKet.Modules.Members.Importing;

/// <summary>A member's values as they are kept to be put back, without the identity number, which a list only adds.</summary>
internal sealed record MemberValues(
    string FullName,
    Sex? Sex,
    int? BirthYear,
    DateOnly? BornOn,
    bool HadNationalId,
    string Phone,
    string Email,
    string Department,
    string Position,
    string? MemberNumber,
    DateOnly? JoinedOn,
    MemberProfile Profile,
    MemberSensitive Sensitive
)
{
    /// <summary>As text, for the rows themselves are changed next.</summary>
    public static string TextOf(MemberRecord record)
    {
        var member = record.Member;
        var values = new MemberValues(
            member.FullName,
            member.Sex,
            member.BirthYear,
            member.BornOn,
            member.NationalIdKey is not null,
            member.Phone,
            member.Email,
            member.Department,
            member.Position,
            member.MemberNumber,
            member.JoinedOn,
            record.Profile,
            record.Sensitive
        );
        return JsonSerializer.Serialize(values);
    }
}
