using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Modules.Members.Cards;
using DoanKet.Modules.Members.Shared;
using DoanKet.PersonalData;

namespace DoanKet.Modules.Members.Filtering;

/// <summary>Some conditions that stand together on the form.</summary>
internal sealed record ConditionGroup(string Title, IReadOnlyList<MemberCondition> Conditions);

/// <summary>All that a list of members can be asked for: every field of the registry.</summary>
internal static class MemberConditions
{
    /// <summary>Chosen by the tabs above a list.</summary>
    public static readonly MemberCondition State = MemberCondition.Choice(
        "trang-thai",
        "Trạng thái",
        [
            .. Enum.GetValues<MemberState>()
                .Select(state => (state.ToString(), state.Name(), Of(members => members.Where(m => m.State == state)))),
        ]
    );

    private static readonly ConditionGroup InUnion = new(
        "Trong công đoàn",
        [
            MemberCondition.Text(
                "bo-phan",
                "Bộ phận, tổ",
                (members, text) => members.Where(m => DbText.Plain(m.Department).Contains(text))
            ),
            MemberCondition.InProfile(
                "chuc-vu",
                "Chức vụ công đoàn",
                (profiles, text) => profiles.Where(p => DbText.Plain(p.UnionPost).Contains(text))
            ),
            MemberCondition.Day("vao-tu", "Vào Công đoàn từ ngày", (members, _, day) => members.Where(m => m.JoinedOn >= day)),
            MemberCondition.Day("vao-den", "Vào Công đoàn đến ngày", (members, _, day) => members.Where(m => m.JoinedOn <= day)),
            MemberCondition.Choice(
                "the",
                "Thẻ đoàn viên",
                ("co", "Đã có thẻ", (members, db) => WithCard(members, db, has: true)),
                ("chua", "Chưa có thẻ", (members, db) => WithCard(members, db, has: false))
            ),
            MemberCondition.InProfile(
                "so-the-cu",
                "Số thẻ cũ",
                (profiles, text) => profiles.Where(p => DbText.Plain(p.OldCardNumber).Contains(text))
            ),
        ]
    );

    private static readonly ConditionGroup Person = new(
        "Bản thân",
        [
            MemberCondition.Choice(
                "gioi-tinh",
                "Giới tính",
                [.. Enum.GetValues<Sex>().Select(sex => (sex.ToString(), sex.Name(), Of(members => members.Where(m => m.Sex == sex))))]
            ),
            MemberCondition.Year("sinh-tu", "Sinh từ năm", (members, year) => members.Where(m => m.BirthYear >= year)),
            MemberCondition.Year("sinh-den", "Sinh đến năm", (members, year) => members.Where(m => m.BirthYear <= year)),
            MemberCondition.InProfile(
                "que-quan",
                "Quê quán",
                (profiles, text) => profiles.Where(p => DbText.Plain(p.HomeTown).Contains(text))
            ),
            MemberCondition.InProfile("noi-o", "Nơi ở", (profiles, text) => profiles.Where(p => DbText.Plain(p.Residence).Contains(text))),
            MemberCondition.Text("thu-dien-tu", "Thư điện tử", (members, text) => members.Where(m => DbText.Plain(m.Email).Contains(text))),
            MemberCondition.Choice(
                "thieu",
                "Còn thiếu",
                ("cccd", "Số CCCD", Of(members => members.Where(m => m.NationalIdKey == null))),
                ("ngay-sinh", "Ngày sinh đầy đủ", Of(members => members.Where(m => m.BornOn == null))),
                ("gioi-tinh", "Giới tính", Of(members => members.Where(m => m.Sex == null))),
                ("dien-thoai", "Điện thoại", Of(members => members.Where(m => m.Phone == ""))),
                ("thu-dien-tu", "Thư điện tử", Of(members => members.Where(m => m.Email == ""))),
                ("anh", "Ảnh 3×4", WithoutPhoto)
            ),
        ]
    );

    private static readonly ConditionGroup Work = new(
        "Công việc, trình độ",
        [
            MemberCondition.Text(
                "vi-tri",
                "Vị trí việc làm",
                (members, text) => members.Where(m => DbText.Plain(m.Position).Contains(text))
            ),
            MemberCondition.Day(
                "vao-lam-tu",
                "Vào đơn vị từ ngày",
                (members, db, day) => InProfiles(members, db.Profiles.Where(p => p.WorkFrom >= day))
            ),
            MemberCondition.Day(
                "vao-lam-den",
                "Vào đơn vị đến ngày",
                (members, db, day) => InProfiles(members, db.Profiles.Where(p => p.WorkFrom <= day))
            ),
            MemberCondition.InProfile(
                "hop-dong",
                "Loại hợp đồng",
                (profiles, text) => profiles.Where(p => DbText.Plain(p.ContractKind).Contains(text))
            ),
            MemberCondition.InProfile(
                "so-bhxh",
                "Số bảo hiểm xã hội",
                (profiles, text) => profiles.Where(p => DbText.Plain(p.InsuranceNumber).Contains(text))
            ),
            MemberCondition.InProfile(
                "hoc-van",
                "Trình độ học vấn",
                (profiles, text) => profiles.Where(p => DbText.Plain(p.Education).Contains(text))
            ),
            MemberCondition.InProfile(
                "chuyen-mon",
                "Trình độ chuyên môn",
                (profiles, text) => profiles.Where(p => DbText.Plain(p.Qualification).Contains(text))
            ),
            MemberCondition.InProfile(
                "ly-luan",
                "Lý luận chính trị",
                (profiles, text) => profiles.Where(p => DbText.Plain(p.PoliticalTheory).Contains(text))
            ),
            MemberCondition.InProfile("ghi-chu", "Ghi chú", (profiles, text) => profiles.Where(p => DbText.Plain(p.Note).Contains(text))),
        ]
    );

    private static readonly ConditionGroup Sensitive = new(
        "Dữ liệu nhạy cảm",
        [
            MemberCondition.InSensitive("dan-toc", "Dân tộc", (rows, text) => rows.Where(s => DbText.Plain(s.Ethnicity).Contains(text))),
            MemberCondition.InSensitive("ton-giao", "Tôn giáo", (rows, text) => rows.Where(s => DbText.Plain(s.Religion).Contains(text))),
            MemberCondition.Choice(
                "dang",
                "Đảng viên",
                ("co", "Là đảng viên", (members, db) => InParty(members, db, isMember: true)),
                ("chua", "Chưa vào Đảng", (members, db) => InParty(members, db, isMember: false))
            ) with
            {
                Needs = Permissions.Sensitive,
            },
        ]
    );

    public static IReadOnlyList<ConditionGroup> Groups { get; } = [InUnion, Person, Work, Sensitive];

    public static IReadOnlyList<MemberCondition> All { get; } = [State, .. Groups.SelectMany(group => group.Conditions)];

    /// <summary>Those that the person may ask for.</summary>
    public static IEnumerable<ConditionGroup> OpenTo(CurrentUser person) =>
        Groups
            .Select(group => group with { Conditions = [.. group.Conditions.Where(c => c.Needs is null || person.Can(c.Needs))] })
            .Where(group => group.Conditions.Count > 0);

    private static Func<IQueryable<Member>, UnionDb, IQueryable<Member>> Of(Func<IQueryable<Member>, IQueryable<Member>> keep) =>
        (members, _) => keep(members);

    private static IQueryable<Member> WithCard(IQueryable<Member> members, UnionDb db, bool has)
    {
        var cards = db.Cards.Where(c => c.State == CardState.InHand);
        return members.Where(m => cards.Any(c => c.MemberId == m.Id) == has);
    }

    private static IQueryable<Member> WithoutPhoto(IQueryable<Member> members, UnionDb db)
    {
        var photos = db.Photos;
        return members.Where(m => !photos.Any(p => p.MemberId == m.Id));
    }

    private static IQueryable<Member> InParty(IQueryable<Member> members, UnionDb db, bool isMember)
    {
        var party = db.Sensitive.Where(s => s.IsPartyMember);
        return members.Where(m => party.Any(s => s.MemberId == m.Id) == isMember);
    }

    private static IQueryable<Member> InProfiles(IQueryable<Member> members, IQueryable<MemberProfile> profiles) =>
        members.Where(m => profiles.Any(p => p.MemberId == m.Id));
}
