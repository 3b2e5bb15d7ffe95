using DoanKet.PersonalData;
using DoanKet.Spreadsheets;

namespace DoanKet.Modules.Members.Importing;

/// <summary>The files that go back to the officer: our own template, and the list as it came with its lines marked.</summary>
internal static class ImportFiles
{
    private const string Result = "Kết quả kiểm tra",
        Sheet = "Danh sách đoàn viên";

    private const double Narrow = 14,
        Wide = 28;

    private static readonly string[] Sexes = ["Nam", "Nữ"],
        Marked = ["x"],
        Contracts = ["Không xác định thời hạn", "Xác định thời hạn", "Hợp đồng làm việc", "Công chức", "Viên chức"];

    /// <param name="unions">Codes to choose from; empty for a list of one union.</param>
    public static void WriteTemplate(Stream target, IReadOnlyList<string> unions)
    {
        List<TemplateColumn> columns = [];
        if (unions.Count > 0)
            columns.Add(Column(MemberField.UnitCode, Narrow, unions));
        columns.AddRange(
            Column(MemberField.FullName, Wide),
            Day(MemberField.Born),
            Column(MemberField.Sex, Narrow, Sexes),
            Column(MemberField.NationalId, 18),
            Day(MemberField.IdIssuedOn),
            Column(MemberField.Phone, Narrow),
            Column(MemberField.Email, Wide),
            Column(MemberField.Ethnicity, Narrow, EthnicGroups.Names),
            Column(MemberField.Religion, Narrow),
            Column(MemberField.HomeTown, Wide),
            Column(MemberField.Residence, Wide),
            Column(MemberField.Department, Wide),
            Column(MemberField.Position, Wide),
            Day(MemberField.WorkFrom),
            Column(MemberField.Contract, Wide, Contracts),
            Column(MemberField.Insurance, Narrow),
            Column(MemberField.Education, Narrow),
            Column(MemberField.Qualification, Wide),
            Column(MemberField.PoliticalTheory, Narrow),
            Column(MemberField.IsPartyMember, Narrow, Marked),
            Day(MemberField.PartyJoinedOn),
            Day(MemberField.JoinedOn),
            Column(MemberField.UnionPost, Wide),
            Column(MemberField.OldCard, Narrow),
            Column(MemberField.MemberNumber, Narrow),
            Column(MemberField.Note, Wide)
        );
        SheetTemplate.Write(target, Sheet, columns);
    }

    /// <summary>What can't be taken in red, what is asked in yellow, and what was put right in words.</summary>
    public static void WriteMarked(Stream file, Stream target, ImportReport report, CancellationToken ct)
    {
        var marks = report.Rows.Select(row => (row.Line, Mark: MarkOf(row))).Where(row => row.Mark is not null);
        SheetMarker.Mark(
            file,
            target,
            SheetLimits.Large,
            Result,
            report.HeadingLine,
            marks.ToDictionary(row => row.Line, row => row.Mark!),
            ct
        );
    }

    private static SheetMark? MarkOf(RowOutcome row) =>
        row.Status switch
        {
            RowStatus.Rejected => new(MarkKind.Problem, "KHÔNG NHẬP: " + string.Join(" ", row.Reasons)),
            RowStatus.Doubtful => new(MarkKind.Question, "CẦN HỎI: " + string.Join(" ", row.Reasons)),
            _ => row.Notes.Count > 0 ? new(MarkKind.Note, "Đã sửa hộ: " + string.Join(" ", row.Notes)) : null,
        };

    private static TemplateColumn Column(MemberField field, double width, IReadOnlyList<string>? choices = null) =>
        new(MemberHeadings.Name(field), width, TemplateCell.Text, choices ?? [], AllowsOther: field != MemberField.Sex);

    private static TemplateColumn Day(MemberField field) => new(MemberHeadings.Name(field), Narrow, TemplateCell.Day, []);
}
