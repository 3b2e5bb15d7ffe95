using DoanKet.PersonalData;
using DoanKet.Spreadsheets;
using DoanKet.VietnameseText;

namespace DoanKet.Modules.Members.Importing;

/// <summary>Which field stands in a column.</summary>
/// <param name="ByContent">Known by what stands in it, for its heading says nothing.</param>
internal sealed record FieldColumn(int Index, string Heading, MemberField Field, bool ByContent = false);

/// <summary>How a foreign list is laid out: where its heading is, and what stands in which column.</summary>
/// <param name="LastHeadingLine">Number of the last line of the heading; 0 for a list without one.</param>
internal sealed record SheetLayout(int LastHeadingLine, IReadOnlyList<FieldColumn> Columns)
{
    /// <summary>Titles, decisions and signatures of the unit stand above the heading.</summary>
    private const int LookedThrough = 60;

    /// <summary>Lines by which a column is known.</summary>
    private const int Sample = 200;

    /// <summary>Fewer known headings in a line are chance.</summary>
    private const int LeastHeadings = 2;

    /// <summary>Lines from the beginning of a list by which it is understood.</summary>
    public const int Start = LookedThrough + Sample + 1;

    private const int YoungestAge = 14,
        OldestAge = 96;

    // Asked for every cell of a list.
    private readonly int?[] _places =
    [
        .. Enum.GetValues<MemberField>().Select(field => Columns.FirstOrDefault(column => column.Field == field)?.Index),
    ];

    public int? this[MemberField field] => _places[(int)field];

    public bool HasName => this[MemberField.FullName] is not null || this[MemberField.GivenName] is not null;

    /// <param name="start">The first lines of the list.</param>
    /// <returns>Without a name among its columns when it can't be understood.</returns>
    /// <param name="today">By which a day is known for a birthday.</param>
    public static SheetLayout Find(IReadOnlyList<SheetLine> start, DateOnly today)
    {
        var (at, columns) = Heading(start);
        var last = at < 0 ? 0 : start[at].Number;
        var rows = start.Skip(at + 1).ToList();
        if (at >= 0 && rows.Count > 0 && SubHeading(rows[0], columns) is { } under)
        {
            columns = under;
            last = rows[0].Number;
            rows.RemoveAt(0);
        }
        var heading = at < 0 ? null : start[at];
        return new(last, [.. ByContent(heading, columns, [.. rows.Take(Sample)], today).OrderBy(column => column.Index)]);
    }

    /// <summary>The line with the most known headings.</summary>
    private static (int At, List<FieldColumn> Columns) Heading(IReadOnlyList<SheetLine> start)
    {
        var best = (At: -1, Columns: new List<FieldColumn>());
        for (var i = 0; i < Math.Min(LookedThrough, start.Count); i++)
        {
            var columns = Known(start[i]);
            if (columns.Count >= LeastHeadings && columns.Count > best.Columns.Count)
                best = (i, columns);
        }
        return best;
    }

    private static List<FieldColumn> Known(SheetLine line)
    {
        List<FieldColumn> columns = [];
        for (var i = 0; i < line.Cells.Count; i++)
            if (MemberHeadings.Find(line[i]) is { } field && columns.TrueForAll(column => column.Field != field))
                columns.Add(new(i, line[i], field));
        return columns;
    }

    /// <summary>
    /// A second line under merged headings: "Họ và tên" over "Họ đệm" and "Tên", "Năm sinh" over "Nam" and "Nữ". Null when the line is the
    /// first person, or numbers of columns only.
    /// </summary>
    private static List<FieldColumn>? SubHeading(SheetLine line, List<FieldColumn> columns)
    {
        var filled = line.Cells.Count(cell => cell.Length > 0);
        if (line.Cells.Where(cell => cell.Length > 0).All(IsColumnNumber))
            return columns;
        var isHeading = columns.Find(column => column.Field == MemberField.Ordinal) is not { } ordinal || line[ordinal.Index].Length == 0;
        var sexes = SexesUnderBirth(line, columns);
        var known = Known(line);
        if (!isHeading || sexes.Count + known.Count == 0 || known.Count + sexes.Count < filled)
            return null;
        var merged = columns.Where(c => line[c.Index].Length == 0 || MemberHeadings.Find(line[c.Index]) is null).ToList();
        merged.RemoveAll(c => sexes.Exists(sex => sex.Index == c.Index));
        merged.AddRange(sexes);
        merged.AddRange(
            known.Where(k => !merged.Exists(c => c.Index == k.Index || c.Field == k.Field) && !sexes.Exists(s => s.Index == k.Index))
        );
        return merged;
    }

    private static List<FieldColumn> SexesUnderBirth(SheetLine line, List<FieldColumn> columns)
    {
        if (columns.Find(column => column.Field == MemberField.Born) is not { } born)
            return [];
        List<FieldColumn> sexes = [];
        for (var i = born.Index; i <= born.Index + 1; i++)
        {
            var word = Fold.Text(line[i]);
            if (word is "nam" or "nu")
                sexes.Add(new(i, $"{born.Heading} {line[i]}", word == "nam" ? MemberField.BornMale : MemberField.BornFemale));
        }
        return sexes.Count == 2 ? sexes : [];
    }

    private static bool IsColumnNumber(string cell) =>
        cell.Trim('(', ')', ' ') is { Length: 1 or 2 } number && number.All(char.IsAsciiDigit);

    /// <summary>Names columns that the heading does not, as far as what stands in them can only be one thing.</summary>
    private static List<FieldColumn> ByContent(SheetLine? heading, List<FieldColumn> columns, IReadOnlyList<SheetLine> rows, DateOnly today)
    {
        var all = columns.ToList();
        var width = rows.Count == 0 ? 0 : rows.Max(row => row.Cells.Count);
        for (var i = 0; i < width; i++)
        {
            if (all.Exists(column => column.Index == i))
                continue;
            var cells = rows.Select(row => row[i]).Where(cell => cell.Length > 0).ToList();
            if (
                cells.Count > 0
                && Guess(all, i, heading?[i] ?? "", cells, today) is { } field
                && !all.Exists(column => column.Field == field)
            )
                all.Add(new(i, heading?[i] ?? "", field, ByContent: true));
        }
        SplitName(all);
        return all;
    }

    private static MemberField? Guess(List<FieldColumn> known, int index, string heading, List<string> cells, DateOnly today)
    {
        // The given name beside "Họ và tên", whose heading was merged over both.
        var besideName = heading.Length == 0 && known.Exists(c => c.Field == MemberField.FullName && c.Index == index - 1);
        if (besideName && Most(cells, cell => cell.Length <= 12 && Fold.Words(cell).Length == 1 && cell.All(char.IsLetter)))
            return MemberField.GivenName;
        if (Most(cells, cell => NationalId.Read(cell, out _) is { IsOld: false }))
            return MemberField.NationalId;
        if (Most(cells, cell => PhoneNumber.Read(cell, out _) is not null))
            return MemberField.Phone;
        if (Most(cells, cell => Fold.Text(cell) is "nam" or "nu"))
            return MemberField.Sex;
        if (Most(cells, cell => cell.Contains('@', StringComparison.Ordinal)))
            return MemberField.Email;
        if (Most(cells, cell => IsBirthday(cell, today)))
            return MemberField.Born;
        return Most(cells, cell => PersonName.IsWhole(cell) && FamilyNames.Begins(cell)) ? MemberField.FullName : null;
    }

    /// <summary>Of somebody who works, or did.</summary>
    private static bool IsBirthday(string cell, DateOnly today) =>
        WrittenDay.Read(cell, monthFirst: false, today.Year) is { Reading: not DayReading.Serial } read
        && today.Year - read.Day.Year is >= YoungestAge and <= OldestAge;

    private static bool Most(List<string> cells, Func<string, bool> fits) => cells.Count(fits) * 10 >= cells.Count * 8;

    /// <summary>With the given name in a column of its own, "Họ và tên" holds the family name.</summary>
    private static void SplitName(List<FieldColumn> columns)
    {
        var full = columns.FindIndex(column => column.Field == MemberField.FullName);
        if (full >= 0 && columns.Exists(column => column.Field == MemberField.GivenName))
            columns[full] = columns[full] with { Field = MemberField.FamilyName };
    }
}
