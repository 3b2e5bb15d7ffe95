using DoanKet.PersonalData;

namespace DoanKet.Modules.Members.Duplicates;

/// <summary>What of an entry is compared.</summary>
/// <param name="NationalId">Digits; null when none is known.</param>
/// <param name="Phone">Digits; empty when none is known.</param>
internal sealed record Entry(
    Guid Id,
    Guid UnitId,
    string FullName,
    string NameFold,
    Sex? Sex,
    int? BirthYear,
    DateOnly? BornOn,
    string? NationalId,
    string Phone
)
{
    /// <summary>The words of the name in one order, so that a name written the other way round is the same.</summary>
    public string Words { get; } = string.Join(' ', NameFold.Split(' ').Order(StringComparer.Ordinal));
}

/// <summary>How surely two entries are one person, and why.</summary>
/// <param name="Score">From 0 to 1.</param>
/// <param name="Reasons">In Vietnamese, for the person who decides.</param>
internal sealed record DuplicateScore(double Score, IReadOnlyList<string> Reasons)
{
    /// <summary>From here on two entries are called one person.</summary>
    public const double Sure = 0.9;

    /// <summary>A name and a birthday are shared by many; what tells one person is the number or the phone.</summary>
    private const double Name = 0.35,
        OtherOrder = 0.3,
        Birthday = 0.25,
        Year = 0.2,
        NearNumber = 0.45,
        NoNumber = 0.05,
        SamePhone = 0.4,
        SameUnion = 0.1;

    /// <summary>Null when they are two people: other names, other birthdays, other sexes, other numbers.</summary>
    public static DuplicateScore? Of(Entry one, Entry other)
    {
        List<string> reasons = [];
        var score = NameScore(one, other, reasons);
        if (score == 0 || one.BirthYear != other.BirthYear || Contradict(one, other))
            return null;
        if (one.BornOn is not null && one.BornOn == other.BornOn)
            score += Say(Birthday, $"cùng ngày sinh {new BirthDate(one.BornOn.Value)}");
        else
            score += Say(Year, $"cùng năm sinh {one.BirthYear}");
        if (one.NationalId is null || other.NationalId is null)
            score += Say(NoNumber, "một bên chưa có số CCCD");
        else
            score += Say(NearNumber, "số CCCD chỉ khác một chỗ");
        if (one.Phone.Length > 0 && one.Phone == other.Phone)
            score += Say(SamePhone, "cùng số điện thoại");
        if (one.UnitId == other.UnitId)
            score += Say(SameUnion, "cùng công đoàn");
        return new(Math.Min(1, Math.Round(score, 2)), reasons);

        double Say(double points, string reason)
        {
            reasons.Add(reason);
            return points;
        }
    }

    private static double NameScore(Entry one, Entry other, List<string> reasons)
    {
        if (one.FullName == other.FullName)
            reasons.Add("cùng họ tên");
        else if (one.NameFold == other.NameFold)
            reasons.Add("họ tên chỉ khác dấu");
        else if (one.Words == other.Words)
            reasons.Add("họ tên chỉ khác thứ tự");
        else
            return 0;
        return one.NameFold == other.NameFold ? Name : OtherOrder;
    }

    private static bool Contradict(Entry one, Entry other) =>
        (one.BornOn is { } day && other.BornOn is { } otherDay && day != otherDay)
        || (one.Sex is { } sex && other.Sex is { } otherSex && sex != otherSex && one.Phone != other.Phone)
        || (one.NationalId is { } number && other.NationalId is { } otherNumber && !IsNear(number, otherNumber));

    /// <summary>One digit differs, or two neighbours stand the other way round.</summary>
    internal static bool IsNear(string one, string other)
    {
        if (one.Length != other.Length)
            return false;
        var differing = Enumerable.Range(0, one.Length).Where(i => one[i] != other[i]).Take(3).ToList();
        return differing.Count == 1
            || (differing is [var first, var second] && second == first + 1 && one[first] == other[second] && one[second] == other[first]);
    }
}
