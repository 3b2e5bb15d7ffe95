using DoanKet.Kernel.Results;
using DoanKet.Modules.Members.Shared;
using DoanKet.PersonalData;
using DoanKet.VietnameseText;

namespace DoanKet.Modules.Members.Registry;

/// <summary>What the form says, read.</summary>
internal sealed record CheckedMember(BirthDate? Born, NationalId? NationalId, string Phone);

/// <summary>Tells everything that is wrong in the form at once, and what is odd enough to be confirmed.</summary>
internal static class CheckMember
{
    private const int YoungestAge = 15,
        OldestAge = 100;

    public static CheckedMember Read(MemberInput input, DateOnly today, Check check)
    {
        var born = WrittenDay.Read(input.Born, monthFirst: false, today.Year)?.Day;
        var id = NationalId.Read(input.NationalId, out _);
        var phone = PhoneNumber.Read(input.Phone, out _);
        check
            .Filled(input.FullName, nameof(input.FullName), "Hãy ghi họ và tên.")
            .That(
                input.FullName.Length == 0 || Fold.Words(input.FullName).Length > 1,
                nameof(input.FullName),
                "Hãy ghi đủ cả họ và tên, ví dụ: Nguyễn Văn An."
            )
            .That(input.Sex is not null, nameof(input.Sex), "Hãy chọn giới tính.")
            .Filled(input.Born, nameof(input.Born), "Hãy ghi ngày sinh.")
            .That(
                input.Born.Length == 0 || born is not null,
                nameof(input.Born),
                "Ngày sinh chưa đúng; ví dụ: 05/03/1985, hoặc chỉ ghi năm: 1985."
            )
            .That(
                born is null || today.Year - born.Value.Year is >= YoungestAge and <= OldestAge,
                nameof(input.Born),
                $"Tuổi phải từ {YoungestAge} đến {OldestAge}; hãy xem lại năm sinh."
            )
            .That(
                input.NationalId.Length == 0 || id is not null,
                nameof(input.NationalId),
                "Số CCCD có 12 chữ số (CMND cũ có 9 chữ số); hãy xem lại."
            )
            .That(input.Phone.Length == 0 || phone is not null, nameof(input.Phone), "Số điện thoại chưa đúng; ví dụ: 0912 345 678.")
            .That(
                input.Email.Length == 0 || input.Email.IndexOf('@', StringComparison.Ordinal) > 0,
                nameof(input.Email),
                "Thư điện tử chưa đúng; ví dụ: ten@congdoan.vn."
            )
            .That(input.JoinedOn is null || input.JoinedOn <= today, nameof(input.JoinedOn), "Ngày vào Công đoàn không thể ở sau hôm nay.");
        Lengths(input, check);
        if (check.Ok && !input.Confirmed)
            AskAbout(id, input.Sex, born, check);
        return new(born, id, phone ?? "");
    }

    /// <summary>Sex and year of birth may have been corrected since the number was given, so they can be confirmed.</summary>
    private static void AskAbout(NationalId? id, Sex? sex, BirthDate? born, Check check)
    {
        if (id is not { Sex: { } ofNumber, BirthYear: { } year })
            return;
        check
            .That(
                sex is null || sex == ofNumber,
                nameof(MemberInput.Confirmed),
                $"Theo số CCCD người này là {ofNumber.Name()}. Hãy xem lại, hoặc đánh dấu “Đã đối chiếu” nếu đúng như đã ghi."
            )
            .That(
                born is null || born.Value.Year == year,
                nameof(MemberInput.Confirmed),
                $"Theo số CCCD người này sinh năm {year}. Hãy xem lại, hoặc đánh dấu “Đã đối chiếu” nếu đúng như đã ghi."
            );
    }

    private static void Lengths(MemberInput input, Check check) =>
        check
            .AtMost(input.FullName, PersonName.MaxLength, nameof(input.FullName), "Họ và tên")
            .AtMost(input.Email, Member.MaxEmail, nameof(input.Email), "Thư điện tử")
            .AtMost(input.Department, Member.MaxText, nameof(input.Department), "Bộ phận, tổ")
            .AtMost(input.Position, Member.MaxText, nameof(input.Position), "Vị trí việc làm")
            .AtMost(input.MemberNumber, Member.MaxNumber, nameof(input.MemberNumber), "Mã đoàn viên")
            .AtMost(input.OldCardNumber, Member.MaxNumber, nameof(input.OldCardNumber), "Số thẻ cũ")
            .AtMost(input.InsuranceNumber, Member.MaxNumber, nameof(input.InsuranceNumber), "Số BHXH")
            .AtMost(input.IdIssuedBy, MemberProfile.MaxText, nameof(input.IdIssuedBy), "Nơi cấp")
            .AtMost(input.HomeTown, MemberProfile.MaxText, nameof(input.HomeTown), "Quê quán")
            .AtMost(input.Residence, MemberProfile.MaxText, nameof(input.Residence), "Nơi ở hiện nay")
            .AtMost(input.ContractKind, MemberProfile.MaxText, nameof(input.ContractKind), "Loại hợp đồng")
            .AtMost(input.Education, MemberProfile.MaxText, nameof(input.Education), "Trình độ học vấn")
            .AtMost(input.Qualification, MemberProfile.MaxText, nameof(input.Qualification), "Trình độ chuyên môn")
            .AtMost(input.PoliticalTheory, MemberProfile.MaxText, nameof(input.PoliticalTheory), "Lý luận chính trị")
            .AtMost(input.UnionPost, MemberProfile.MaxText, nameof(input.UnionPost), "Chức vụ công đoàn")
            .AtMost(input.Note, MemberProfile.MaxNote, nameof(input.Note), "Ghi chú")
            .AtMost(input.Ethnicity, MemberSensitive.MaxText, nameof(input.Ethnicity), "Dân tộc")
            .AtMost(input.Religion, MemberSensitive.MaxText, nameof(input.Religion), "Tôn giáo");
}
