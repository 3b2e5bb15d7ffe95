using DoanKet.PersonalData;

namespace DoanKet.Modules.Members.Synthetic;

/// <summary>Somebody made up, and what is wrong with the entry on purpose.</summary>
/// <param name="CopyOf">Index of the person whose second entry this is; null for a first one.</param>
/// <param name="Planted">What was planted: names of defects, or how the second entry differs.</param>
internal sealed record SyntheticPerson(
    int Index,
    string FullName,
    Sex Sex,
    BirthDate? Born,
    string? NationalId,
    string Phone,
    string HomeTown,
    string Position,
    string Ethnicity,
    DateOnly JoinedOn,
    bool IsPartyMember,
    int? CopyOf,
    IReadOnlyList<string> Planted
);

/// <summary>
/// Makes people up: the same ones for the same seed. One in fifty is a second entry of somebody, one in twelve has a defect.
/// </summary>
internal sealed class SyntheticPeople(int seed)
{
    private const int OneCopyIn = 50,
        OneDefectIn = 12,
        Remembered = 5000;

    /// <summary>Province codes of birth registration (Thông tư 07/2016/TT-BCA); most people here were registered in Nghệ An.</summary>
    private static readonly string[] Provinces = ["040", "040", "040", "040", "040", "040", "042", "038", "001", "044"];

    private static readonly string[] Towns = ["phường A", "phường B", "xã C", "xã D", "xã E", "xã G", "xã H", "phường I"];
    private static readonly string[] Positions =
    [
        "Giáo viên",
        "Công nhân may",
        "Kế toán",
        "Điều dưỡng",
        "Lái xe",
        "Kỹ sư",
        "Nhân viên văn phòng",
        "Công nhân vận hành",
        "Bảo vệ",
    ];
    private static readonly string[] Minorities = ["Thái", "Thổ", "Mông", "Khơ Mú"];

    private readonly Random _random = new(seed);
    private readonly SyntheticNames _names = new(new Random(seed + 1));
    private readonly HashSet<string> _ids = [];

    /// <summary>People of whom a second entry may be made.</summary>
    private readonly List<SyntheticPerson> _earlier = [];

    public IEnumerable<SyntheticPerson> Take(int count)
    {
        for (var i = 0; i < count; i++)
        {
            var person = _earlier.Count > 0 && _random.Next(OneCopyIn) == 0 ? Copy(i) : First(i);
            if (person.CopyOf is null && person.Planted.Count == 0)
                Remember(person);
            yield return person;
        }
    }

    private SyntheticPerson First(int index)
    {
        var isFemale = _random.Next(100) < 58;
        var born = new DateOnly(1962, 1, 1).AddDays(_random.Next(365 * 44));
        var person = new SyntheticPerson(
            index,
            _names.Next(isFemale),
            isFemale ? Sex.Female : Sex.Male,
            new BirthDate(born),
            NewId(born, isFemale),
            "09" + Digits(8).Replace('5', '6'),
            $"{Pick(Towns)}, Nghệ An",
            Pick(Positions),
            _random.Next(12) == 0 ? Pick(Minorities) : "Kinh",
            Later(born),
            _random.Next(6) == 0,
            null,
            []
        );
        return _random.Next(OneDefectIn) == 0 ? Spoil(person) : person;
    }

    private SyntheticPerson Spoil(SyntheticPerson person) =>
        _random.Next(5) switch
        {
            0 => person with { NationalId = null, Planted = ["noNationalId"] },
            1 => person with { Born = new BirthDate(person.Born!.Value.Year, null), Planted = ["yearOnly"] },
            2 => person with { Phone = "", Planted = ["noPhone"] },
            3 => person with { FullName = VietnameseText.Fold.Text(person.FullName).ToUpperInvariant(), Planted = ["noToneMarks"] },
            _ => person with { Sex = person.Sex == Sex.Male ? Sex.Female : Sex.Male, Planted = ["sexAgainstNumber"] },
        };

    /// <summary>A second entry: without the number, for two rows with one number are never kept, or with a slip in it.</summary>
    private SyntheticPerson Copy(int index)
    {
        var first = _earlier[_random.Next(_earlier.Count)];
        var slipped = _random.Next(2) == 0;
        var copy = first with { Index = index, CopyOf = first.Index, NationalId = slipped ? Slip(first.NationalId!) : null };
        List<string> how = [slipped ? "slipInNumber" : "noNumber"];
        switch (_random.Next(4))
        {
            case 0:
                copy = copy with { FullName = SlipTone(first.FullName) };
                how.Add("tone");
                break;
            case 1:
                var words = first.FullName.Split(' ');
                copy = copy with { FullName = string.Join(' ', words.Skip(1).Append(words[0])) };
                how.Add("order");
                break;
            case 2:
                copy = copy with { Born = new BirthDate(first.Born!.Value.Year, null) };
                how.Add("yearOnly");
                break;
            default:
                how.Add("same");
                break;
        }
        return copy with { Planted = how };
    }

    private static string SlipTone(string name) =>
        name.IndexOfAny(['ị', 'ễ', 'ầ', 'ạ', 'à', 'ồ', 'ù', 'ả']) is >= 0 and var at
            ? name[..at] + VietnameseText.Fold.Text(name[at].ToString()) + name[(at + 1)..]
            : VietnameseText.Fold.Text(name);

    private string Slip(string id)
    {
        var at = 6 + _random.Next(6);
        for (var digit = 0; digit < 10; digit++)
        {
            var slipped = id[..at] + digit + id[(at + 1)..];
            if (_ids.Add(slipped))
                return slipped;
        }
        return NewId(new DateOnly(1990, 1, 1), false);
    }

    private string NewId(DateOnly born, bool isFemale)
    {
        while (true)
        {
            var century = (born.Year - 1900) / 100 * 2 + (isFemale ? 1 : 0);
            var id = $"{Pick(Provinces)}{century}{born.Year % 100:00}{Digits(6)}";
            if (_ids.Add(id))
                return id;
        }
    }

    private DateOnly Later(DateOnly born)
    {
        var first = born.AddYears(19).DayNumber;
        return DateOnly.FromDayNumber(first + _random.Next(Math.Max(1, new DateOnly(2026, 1, 1).DayNumber - first)));
    }

    private void Remember(SyntheticPerson person)
    {
        if (_earlier.Count < Remembered)
            _earlier.Add(person);
        else
            _earlier[_random.Next(Remembered)] = person;
    }

    private string Digits(int count) =>
        string.Create(
            count,
            _random,
            (span, random) =>
            {
                for (var i = 0; i < span.Length; i++)
                    span[i] = (char)('0' + random.Next(10));
            }
        );

    private string Pick(string[] list) => list[_random.Next(list.Length)];
}
