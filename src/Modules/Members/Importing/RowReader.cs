using DoanKet.Modules.Members.Shared;
using DoanKet.PersonalData;
using DoanKet.Spreadsheets;
using DoanKet.VietnameseText;

namespace DoanKet.Modules.Members.Importing;

/// <summary>Reads the lines of a list as people: puts right what is safe, and says what it did and what it can't know.</summary>
/// <param name="traits">Of the columns of the layout, by their index.</param>
internal sealed class RowReader(SheetLayout layout, IReadOnlyDictionary<int, ColumnTraits> traits, DateOnly today)
{
    private const int YoungestAge = 15,
        OldestAge = 100;

    private static readonly MemberField[] PlainTexts =
    [
        MemberField.IdIssuedBy,
        MemberField.Ethnicity,
        MemberField.Religion,
        MemberField.HomeTown,
        MemberField.Residence,
        MemberField.Email,
        MemberField.Department,
        MemberField.Position,
        MemberField.Contract,
        MemberField.Insurance,
        MemberField.Education,
        MemberField.Qualification,
        MemberField.PoliticalTheory,
        MemberField.UnionPost,
        MemberField.OldCard,
        MemberField.MemberNumber,
        MemberField.Note,
    ];

    /// <summary>What stands under a list and is nobody: sums, place and day, signatures.</summary>
    private static readonly string[] Footers =
    [
        "tong cong",
        "tong so",
        "cong",
        "nguoi lap",
        "lap bieu",
        "tm ban chap hanh",
        "t m ban chap hanh",
        "chu tich",
        "thu truong",
        "xac nhan",
        "noi nhan",
        "danh sach nay",
        "danh sach co",
    ];

    private readonly Dictionary<string, string> _seen = [];

    private string _group = "";

    /// <summary>The people of the list. Headings of groups, sums and signatures are passed over.</summary>
    /// <param name="lines">Read once; those of the heading are left out.</param>
    public IEnumerable<MemberRow> Rows(IEnumerable<SheetLine> lines) =>
        lines.Where(line => line.Number > layout.LastHeadingLine).Select(Row).OfType<MemberRow>();

    private MemberRow? Row(SheetLine line)
    {
        var row = new MemberRow(line.Number) { FullName = Name(line) };
        if (IsNobody(line, row.FullName))
            return null;
        foreach (var field in PlainTexts)
            if (Cell(line, field) is { Length: > 0 } text)
                Keep(row, field, text);
        if (_group.Length > 0 && layout[MemberField.Department] is null)
            Keep(row, MemberField.Department, _group);
        row.UnitCode = Cell(line, MemberField.UnitCode) is { Length: > 0 } code ? code : null;
        ReadName(line, row);
        ReadSex(line, row);
        ReadBirth(line, row);
        ReadNumbers(line, row);
        row.IdIssuedOn = Day(line, row, MemberField.IdIssuedOn);
        row.WorkFrom = Day(line, row, MemberField.WorkFrom);
        row.JoinedOn = Day(line, row, MemberField.JoinedOn);
        row.PartyJoinedOn = Day(line, row, MemberField.PartyJoinedOn);
        row.IsPartyMember = IsMarked(Cell(line, MemberField.IsPartyMember)) || row.PartyJoinedOn is not null ? true : null;
        CheckNumber(row);
        return row;
    }

    private string Name(SheetLine line)
    {
        var full = Cell(line, MemberField.FullName);
        if (full.Length > 0 || layout[MemberField.GivenName] is null)
            return full;
        var (family, given) = (Cell(line, MemberField.FamilyName), Cell(line, MemberField.GivenName));
        return $"{family} {given}".Trim();
    }

    /// <summary>Also remembers the heading of a group of lines, which names the department of those below it.</summary>
    private bool IsNobody(SheetLine line, string name)
    {
        if (MemberHeadings.Find(name) == MemberField.FullName)
            return true;
        var ordinal = Cell(line, MemberField.Ordinal);
        var filled = line.Cells.Count(cell => cell.Length > 0) - (ordinal.Length > 0 ? 1 : 0);
        var words = Fold.Text(name.Length > 0 ? name : line.Cells.FirstOrDefault(cell => cell.Length > 0));
        if (Array.Exists(Footers, footer => words == footer || words.StartsWith(footer + " ", StringComparison.Ordinal)))
            return true;
        if (ordinal.All(char.IsAsciiDigit) && ordinal.Length > 0)
            return name.Length == 0 && filled == 0;
        if (filled > 1 || (layout[MemberField.Ordinal] is null && PersonName.IsWhole(name) && FamilyNames.Begins(name)))
            return name.Length == 0 && filled < 3;
        // A line with nothing but a text: "II. Phòng Kế toán".
        _group = line.Cells.LastOrDefault(cell => cell.Length > 0) ?? "";
        return true;
    }

    private void ReadName(SheetLine line, MemberRow row)
    {
        var typed = row.FullName;
        row.FullName = PersonName.Tidy(typed);
        if (row.FullName.Length == 0)
            row.Problems.Add("Thiếu họ tên.");
        else if (PersonName.HoldsSeveral(typed))
            row.Problems.Add($"Trong ô họ tên có hai người trở lên (“{typed}”); hãy tách mỗi người một dòng.");
        else if (row.FullName.Length > PersonName.MaxLength)
            row.Problems.Add($"Họ tên dài quá {PersonName.MaxLength} ký tự.");
        else if (Fold.Words(row.FullName).Length < 2)
            row.Doubts.Add($"Họ tên chỉ có một từ (“{row.FullName}”).");
        else if (row.FullName.Any(char.IsAsciiDigit) || !PersonName.IsWhole(row.FullName))
            row.Doubts.Add($"Họ tên có ký tự lạ (“{row.FullName}”).");
        if (
            layout
                .Columns.Where(IsName)
                .Any(column => traits[column.Index].Encoding is not null && ColumnTraits.MayBeOld(line[column.Index]))
        )
            row.Notes.Add("Họ tên được chuyển từ bảng mã cũ sang Unicode.");
        else if (row.FullName != typed && row.FullName.Length > 0)
            row.Notes.Add($"Họ tên viết lại từ “{typed}”.");
    }

    private static bool IsName(FieldColumn column) =>
        column.Field is MemberField.FullName or MemberField.FamilyName or MemberField.GivenName;

    private void ReadSex(SheetLine line, MemberRow row)
    {
        var typed = Cell(line, MemberField.Sex);
        row.Sex = Fold.Text(typed) switch
        {
            "nam" or "m" or "male" or "1" or "trai" => Sex.Male,
            "nu" or "f" or "female" or "0" or "gai" => Sex.Female,
            _ => null,
        };
        if (row.Sex is null && typed.Length > 0)
            row.Notes.Add($"Không hiểu giới tính “{typed}”.");
        if (layout[MemberField.IsFemale] is { } mark)
            row.Sex ??= line[mark].Length > 0 ? Sex.Female : Sex.Male;
    }

    private void ReadBirth(SheetLine line, MemberRow row)
    {
        var field =
            Cell(line, MemberField.BornFemale).Length > 0 ? MemberField.BornFemale
            : Cell(line, MemberField.BornMale).Length > 0 ? MemberField.BornMale
            : MemberField.Born;
        if (field != MemberField.Born)
            row.Sex ??= field == MemberField.BornFemale ? Sex.Female : Sex.Male;
        var typed = Cell(line, field);
        if (typed.Length == 0)
            return;
        row.Born = Written(line, row, field);
        if (row.Born is null)
            row.Doubts.Add($"Không đọc được ngày sinh “{typed}”.");
        else if (today.Year - row.Born.Value.Year is < YoungestAge or > OldestAge)
            row.Doubts.Add($"Ngày sinh {row.Born} không hợp lý.");
    }

    private void ReadNumbers(SheetLine line, MemberRow row)
    {
        if (Cell(line, MemberField.NationalId) is { Length: > 0 } id)
        {
            row.NationalId = NationalId.Read(id, out var padded);
            if (row.NationalId is null)
                row.Doubts.Add($"Số CCCD không có 12 chữ số (có {id.Count(char.IsAsciiDigit)}).");
            else if (padded)
                row.Notes.Add("Thêm số 0 ở đầu số CCCD mà Excel đã bỏ.");
        }
        if (Cell(line, MemberField.Phone) is not { Length: > 0 } phone)
            return;
        row.Phone = PhoneNumber.Read(phone, out var isPadded);
        if (row.Phone is null)
        {
            row.Notes.Add($"Số điện thoại không đúng, giữ ở ghi chú: “{phone}”.");
            Keep(row, MemberField.Note, $"{row.Text(MemberField.Note)} Điện thoại: {phone}".Trim());
        }
        else if (isPadded)
        {
            row.Notes.Add("Thêm số 0 ở đầu số điện thoại.");
        }
    }

    /// <summary>Compares the number with what the list says, and takes from it what the list does not say.</summary>
    private static void CheckNumber(MemberRow row)
    {
        if (row.NationalId is not { Sex: { } sex, BirthYear: { } year })
            return;
        if (row.Sex is { } written && written != sex)
            row.Doubts.Add($"Số CCCD là của {sex.Name().ToLowerInvariant()} giới, bảng ghi {written.Name()}.");
        if (row.Born is { } born && born.Year != year)
            row.Doubts.Add($"Số CCCD là của người sinh năm {year}, bảng ghi {born}.");
        if (row.Sex is null)
        {
            row.Sex = sex;
            row.Notes.Add("Giới tính lấy theo số CCCD.");
        }
        if (row.Born is null && row.Doubts.Count == 0)
        {
            row.Born = new(year, null);
            row.Notes.Add("Năm sinh lấy theo số CCCD.");
        }
    }

    private DateOnly? Day(SheetLine line, MemberRow row, MemberField field)
    {
        var typed = Cell(line, field);
        if (typed.Length == 0)
            return null;
        var written = Written(line, row, field);
        if (written?.Day is not { } day)
        {
            row.Notes.Add($"{MemberHeadings.Name(field)} không đủ ngày, giữ ở ghi chú: “{typed}”.");
            Keep(row, MemberField.Note, $"{row.Text(MemberField.Note)} {MemberHeadings.Name(field)}: {typed}".Trim());
            return null;
        }
        if (day > today)
            row.Doubts.Add($"{MemberHeadings.Name(field)} {typed} ở sau hôm nay.");
        return day;
    }

    private BirthDate? Written(SheetLine line, MemberRow row, MemberField field)
    {
        var column = layout[field]!.Value;
        var isTurned = line.IsDay(column) && traits[column].SwappedByExcel;
        if (WrittenDay.Read(Cell(line, field), isTurned || traits[column].MonthFirst, today.Year) is not { } read)
            return null;
        if (isTurned)
            row.Notes.Add($"{MemberHeadings.Name(field)}: Excel đã đổi chỗ ngày và tháng, đổi lại thành {read.Day}.");
        else if (read.Reading is DayReading.MonthFirst)
            row.Notes.Add($"{MemberHeadings.Name(field)} viết tháng trước, hiểu là {read.Day}.");
        else if (read.Reading is DayReading.Serial or DayReading.ShortYear)
            row.Notes.Add($"{MemberHeadings.Name(field)} “{Cell(line, field)}” hiểu là {read.Day}.");
        return read.Day;
    }

    private static void Keep(MemberRow row, MemberField field, string text)
    {
        var most = MaxLength(field);
        if (text.Length > most)
            row.Doubts.Add($"{MemberHeadings.Name(field)} dài quá {most} ký tự.");
        else
            row.Put(field, text);
    }

    private static int MaxLength(MemberField field) =>
        field switch
        {
            MemberField.Email => Member.MaxEmail,
            MemberField.Department or MemberField.Position => Member.MaxText,
            MemberField.MemberNumber or MemberField.OldCard or MemberField.Insurance => Member.MaxNumber,
            MemberField.Ethnicity or MemberField.Religion => MemberSensitive.MaxText,
            MemberField.Note => MemberProfile.MaxNote,
            _ => MemberProfile.MaxText,
        };

    private static bool IsMarked(string cell) => Fold.Text(cell) is "x" or "co" or "1" or "dang vien" or "v" || cell is "✓" or "✔";

    /// <summary>The cell in Unicode. The same text of many lines is kept once.</summary>
    private string Cell(SheetLine line, MemberField field)
    {
        if (layout[field] is not { } column || line[column] is not { Length: > 0 } cell)
            return "";
        var text = cell.TrimStart('\'');
        if (traits[column].Encoding is { } encoding && ColumnTraits.MayBeOld(text))
            text = Normalise.Nfc(OldEncodings.Decode(text, encoding));
        if (text.Length > 40)
            return text;
        if (_seen.TryGetValue(text, out var known))
            return known;
        if (_seen.Count < 20_000)
            _seen[text] = text;
        return text;
    }
}
