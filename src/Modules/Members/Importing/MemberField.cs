using System.Collections.Frozen;
using System.Text.RegularExpressions;
using DoanKet.VietnameseText;

namespace DoanKet.Modules.Members.Importing;

/// <summary>What a column of a list may hold.</summary>
internal enum MemberField
{
    Ordinal,
    MemberNumber,
    FullName,

    /// <summary>Họ và tên đệm, where the given name stands in a column of its own.</summary>
    FamilyName,
    GivenName,
    Born,

    /// <summary>Under one heading two columns, as in mẫu 5b: the birthday stands in that of the sex.</summary>
    BornMale,
    BornFemale,
    Sex,

    /// <summary>A mark for women.</summary>
    IsFemale,
    NationalId,
    IdIssuedOn,
    IdIssuedBy,
    Ethnicity,
    Religion,
    HomeTown,
    Residence,
    Phone,
    Email,
    UnitCode,
    Department,
    Position,
    WorkFrom,
    Contract,
    Insurance,
    Education,
    Qualification,
    PoliticalTheory,
    IsPartyMember,
    PartyJoinedOn,
    JoinedOn,
    UnionPost,
    OldCard,
    Note,
}

/// <summary>The headings under which people write the fields.</summary>
internal static partial class MemberHeadings
{
    /// <summary>The first is that of our own template.</summary>
    private static readonly (MemberField Field, string[] Headings)[] Known =
    [
        (MemberField.Ordinal, ["STT", "TT", "Số TT"]),
        (MemberField.MemberNumber, ["Mã đoàn viên", "Mã số đoàn viên", "Số đoàn viên", "MSĐV", "Mã ĐV"]),
        (
            MemberField.FullName,
            ["Họ và tên", "Họ tên", "Họ và tên đoàn viên", "Họ tên đoàn viên", "Tên đoàn viên", "Họ, tên", "Họ và tên ĐV"]
        ),
        (MemberField.FamilyName, ["Họ và tên đệm", "Họ đệm", "Họ và đệm", "Họ", "Họ lót", "Họ và chữ đệm"]),
        (MemberField.GivenName, ["Tên"]),
        (
            MemberField.Born,
            ["Ngày sinh", "Ngày, tháng, năm sinh", "Năm sinh", "Sinh ngày", "Ngày tháng năm sinh", "NTNS", "Ngày sinh năm sinh"]
        ),
        (MemberField.Sex, ["Giới tính", "Phái", "Nam/Nữ", "Nam, nữ", "GT"]),
        (MemberField.IsFemale, ["Nữ"]),
        (
            MemberField.NationalId,
            [
                "Số CCCD",
                "CCCD",
                "CMND",
                "Số CMND",
                "CMND/CCCD",
                "CCCD/CMND",
                "Số CMND/CCCD",
                "Số CCCD/CMND",
                "Căn cước công dân",
                "Số căn cước công dân",
                "Số căn cước",
                "Căn cước",
                "Số thẻ căn cước",
                "Số định danh",
                "Số định danh cá nhân",
                "Mã định danh",
                "CMT",
                "Số CMT",
                "Số CMTND",
            ]
        ),
        (MemberField.IdIssuedOn, ["Ngày cấp", "Ngày cấp CCCD", "Cấp ngày"]),
        (MemberField.IdIssuedBy, ["Nơi cấp", "Nơi cấp CCCD"]),
        (MemberField.Ethnicity, ["Dân tộc"]),
        (MemberField.Religion, ["Tôn giáo"]),
        (MemberField.HomeTown, ["Quê quán", "Nguyên quán", "Quê"]),
        (
            MemberField.Residence,
            [
                "Nơi ở hiện nay",
                "Chỗ ở hiện nay",
                "Nơi ở",
                "Địa chỉ",
                "Địa chỉ hiện nay",
                "Thường trú",
                "Hộ khẩu thường trú",
                "Nơi thường trú",
            ]
        ),
        (MemberField.Phone, ["Điện thoại", "Số điện thoại", "SĐT", "ĐT", "Số ĐT", "Điện thoại di động", "Di động", "Số di động"]),
        (MemberField.Email, ["Email", "E-mail", "Thư điện tử", "Hộp thư"]),
        (MemberField.UnitCode, ["Mã CĐCS", "Mã đơn vị", "Mã công đoàn cơ sở"]),
        (
            MemberField.Department,
            [
                "CĐ bộ phận/Tổ",
                "Công đoàn bộ phận",
                "Tổ công đoàn",
                "Bộ phận",
                "Phòng ban",
                "Phòng",
                "Khoa, phòng",
                "Tổ",
                "Phòng, ban",
                "Tổ/bộ phận",
            ]
        ),
        (
            MemberField.Position,
            [
                "Vị trí việc làm",
                "Chức vụ",
                "Chức danh",
                "Nghề nghiệp",
                "Công việc",
                "Chức vụ chuyên môn",
                "Chức danh nghề nghiệp",
                "Chức vụ, chức danh",
            ]
        ),
        (MemberField.WorkFrom, ["Ngày vào đơn vị", "Ngày vào làm", "Ngày vào cơ quan", "Ngày vào công ty", "Ngày tuyển dụng"]),
        (MemberField.Contract, ["Loại hợp đồng", "Hợp đồng", "Loại HĐLĐ", "HĐLĐ"]),
        (MemberField.Insurance, ["Số BHXH", "Mã số BHXH", "BHXH", "Số sổ BHXH", "Mã BHXH"]),
        (MemberField.Education, ["Trình độ học vấn", "Học vấn", "Trình độ văn hóa", "Văn hóa"]),
        (MemberField.Qualification, ["Trình độ chuyên môn", "Chuyên môn", "Trình độ", "Trình độ CM"]),
        (MemberField.PoliticalTheory, ["Lý luận chính trị", "LLCT", "Trình độ lý luận chính trị", "Trình độ LLCT", "Lí luận chính trị"]),
        (MemberField.IsPartyMember, ["Đảng viên", "Là đảng viên"]),
        (MemberField.PartyJoinedOn, ["Ngày vào Đảng"]),
        (
            MemberField.JoinedOn,
            ["Ngày vào Công đoàn", "Ngày gia nhập", "Ngày gia nhập Công đoàn", "Ngày vào CĐ", "Ngày kết nạp", "Năm vào công đoàn"]
        ),
        (MemberField.UnionPost, ["Chức vụ công đoàn", "Chức vụ CĐ"]),
        (MemberField.OldCard, ["Số thẻ cũ", "Số thẻ", "Số thẻ đoàn viên"]),
        (MemberField.Note, ["Ghi chú"]),
    ];

    private static readonly FrozenDictionary<string, MemberField> Fields = Known
        .SelectMany(known => known.Headings.Select(heading => (Key: Fold.Text(heading), known.Field)))
        .DistinctBy(heading => heading.Key)
        .ToFrozenDictionary(heading => heading.Key, heading => heading.Field);

    private static readonly FrozenDictionary<MemberField, string> Names = Known.ToFrozenDictionary(
        known => known.Field,
        known => known.Headings[0]
    );

    /// <summary>As it stands in our own template.</summary>
    public static string Name(MemberField field) =>
        field switch
        {
            MemberField.BornMale => "Ngày sinh (nam)",
            MemberField.BornFemale => "Ngày sinh (nữ)",
            _ => Names[field],
        };

    /// <summary>
    /// Null for a heading that is not known. What stands in brackets ("dd/mm/yyyy") and stars are no part of it; it may be written in a
    /// font before Unicode.
    /// </summary>
    public static MemberField? Find(string heading)
    {
        if (heading.Length is 0 or > 80)
            return null;
        var mayBeOld = ColumnTraits.MayBeOld(heading);
        return Exact(heading)
            ?? (mayBeOld ? Exact(OldEncodings.Decode(heading, OldEncoding.Tcvn3)) : null)
            ?? (mayBeOld ? Exact(OldEncodings.Decode(heading, OldEncoding.Vni)) : null);
    }

    private static MemberField? Exact(string heading) =>
        Fields.TryGetValue(Fold.Text(Brackets().Replace(heading, " ")), out var field) ? field : null;

    [GeneratedRegex(@"\([^)]*\)|\[[^\]]*\]")]
    private static partial Regex Brackets();
}
