using System.Text;
using DoanKet.Modules.Members.Importing;
using DoanKet.PersonalData;
using DoanKet.Spreadsheets;

namespace DoanKet.Members.Tests;

/// <summary>Lists as tired people have them, read without a database.</summary>
public sealed class ListReadingTests
{
    private static readonly DateOnly Today = new(2026, 3, 10);

    private static (SheetLayout Layout, List<MemberRow> Rows) Read(string csv, Encoding? encoding = null)
    {
        using var file = new MemoryStream((encoding ?? Encoding.UTF8).GetBytes(csv));
        var list = ReadMemberList.Read(file, Today, CancellationToken.None);
        Assert.True(list.Ok, list.Message);
        return (list.Value.Layout, [.. list.Value.Rows]);
    }

    [Fact]
    public void Titles_merged_headings_groups_and_signatures_are_told_from_people()
    {
        var list = Read(
            """
            CÔNG ĐOÀN GIÁO DỤC,,,,,,,,
            CĐCS TRƯỜNG A,,,,,,,,
            DANH SÁCH ĐOÀN VIÊN,,,,,,,,
            ,,,,,,,,
            STT,Họ và tên,,Năm sinh,,Số CCCD,SĐT,Dân tộc,Ghi chú
            ,,,Nam,Nữ,,,,
            I,Phòng Hành chính,,,,,,,
            1,NGUYỄN VĂN,AN,05/03/1985,,40085012345,912345678,Kinh,
            2,Trần Thị,Bình,,12/25/1990,040190012346,0912.345.679,Kinh,
            II,Tổ Toán,,,,,,,
            3,vi thị,hải,,1977,040177000777,12,Thái,abc
            ,Tổng cộng: 3 người,,,,,,,
            ,,,,,TM. BAN CHẤP HÀNH,,,
            """
        );
        Assert.Equal(["Nguyễn Văn An", "Trần Thị Bình", "Vi Thị Hải"], list.Rows.Select(row => row.FullName));
        Assert.Equal(["Phòng Hành chính", "Phòng Hành chính", "Tổ Toán"], list.Rows.Select(row => row.Text(MemberField.Department)));
        Assert.Equal([Sex.Male, Sex.Female, Sex.Female], list.Rows.Select(row => row.Sex!.Value));
        Assert.Equal(["05/03/1985", "25/12/1990", "1977"], list.Rows.Select(row => row.Born.ToString()));
        Assert.Equal("040085012345", list.Rows[0].NationalId!.Value.Digits);
        Assert.Equal(["0912345678", "0912345679", null], list.Rows.Select(row => row.Phone));
        Assert.Equal("abc Điện thoại: 12", list.Rows[2].Text(MemberField.Note));
        Assert.All(list.Rows, row => Assert.Empty(row.Problems.Concat(row.Doubts)));
    }

    [Fact]
    public void A_list_without_headings_is_known_by_what_stands_in_it()
    {
        var list = Read(
            """
            Nguyễn Văn An;05/03/1985;Nam;040085012345;0912345678
            Trần Thị Bình;25/12/1990;Nữ;040190012346;0912345679
            """
        );
        Assert.Equal(
            [MemberField.FullName, MemberField.Born, MemberField.Sex, MemberField.NationalId, MemberField.Phone],
            list.Layout.Columns.Select(column => column.Field)
        );
        Assert.All(list.Layout.Columns, column => Assert.True(column.ByContent));
        Assert.Equal("Trần Thị Bình", list.Rows[1].FullName);
    }

    [Theory]
    [InlineData(
        "Họ và tên,Ngày sinh\nNguyÔn V¨n ThÞnh,1985\nTrÇn ThÞ Hång,1990\nLª §×nh Kh¶i,1991\nPh¹m Hång Qu©n,1977\nNguyễn Thị Mận,1978"
    )]
    [InlineData(
        "Họ và tên,Ngày sinh\nNguyeãn Vaên Thònh,1985\nTraàn Thò Hoàng,1990\nLeâ Ñình Khaûi,1991\nPhaïm Hoàng Quaân,1977\n"
            + "Nguyễn Thị Mận,1978"
    )]
    public void Names_in_fonts_before_unicode_are_turned_even_beside_others(string csv)
    {
        var list = Read(csv);
        Assert.Equal(
            ["Nguyễn Văn Thịnh", "Trần Thị Hồng", "Lê Đình Khải", "Phạm Hồng Quân", "Nguyễn Thị Mận"],
            list.Rows.Select(row => row.FullName)
        );
        Assert.Contains(list.Rows[0].Notes, note => note.Contains("bảng mã cũ", StringComparison.Ordinal));
        Assert.Empty(list.Rows[4].Notes);
    }

    [Fact]
    public void What_cannot_be_known_is_asked_and_what_is_wrong_refused()
    {
        var list = Read(
            """
            TT,Họ tên,Giới tính,Ngày sinh,CCCD,Ngày vào CĐ
            1,"Lê Văn C, Phạm Thị D",Nam,1980,040080000001,
            2,Đinh Văn Lan,Nữ,1988,040088111111,
            3,Đinh Văn Sơn,Nam,31/02/1985,,
            4,Cao Tú,Nam,1975,04017522222,
            5,Hoa,Nữ,1975,,
            6,,Nam,1975,,
            7,Vũ Minh Đức,Nam,1975,,01/01/2030
            """
        );
        Assert.Contains("hai người", Assert.Single(list.Rows[0].Problems), StringComparison.Ordinal);
        Assert.Contains("nam giới", Assert.Single(list.Rows[1].Doubts), StringComparison.Ordinal);
        Assert.Contains("31/02/1985", Assert.Single(list.Rows[2].Doubts), StringComparison.Ordinal);
        Assert.NotEmpty(list.Rows[3].Doubts);
        Assert.Contains("một từ", Assert.Single(list.Rows[4].Doubts), StringComparison.Ordinal);
        Assert.Contains("Thiếu họ tên", Assert.Single(list.Rows[5].Problems), StringComparison.Ordinal);
        Assert.Contains("sau hôm nay", Assert.Single(list.Rows[6].Doubts), StringComparison.Ordinal);
    }

    [Fact]
    public void Days_that_excel_turned_around_are_turned_back()
    {
        // Excel took what it could for American days; the others stayed texts.
        List<SheetLine> lines = [new(1, ["Họ và tên", "Ngày sinh"])];
        foreach (var day in (string[])["03/05/1985", "12/01/1990", "07/11/1979"])
            lines.Add(new(lines.Count + 1, [$"Nguyễn Văn {(char)('A' + lines.Count)}n", day], Days: 0b10));
        foreach (var day in (string[])["25/12/1985", "31/1/1990", "13/11/1979"])
            lines.Add(new(lines.Count + 1, [$"Nguyễn Văn {(char)('A' + lines.Count)}n", day]));
        var layout = SheetLayout.Find(lines, Today);
        var rows = new RowReader(layout, ColumnTraits.Of(lines, layout), Today).Rows(lines).ToList();
        Assert.Equal(
            ["05/03/1985", "01/12/1990", "11/07/1979", "25/12/1985", "31/01/1990", "13/11/1979"],
            rows.Select(row => row.Born.ToString())
        );
        Assert.All(rows.Take(3), row => Assert.Contains("Excel đã đổi chỗ", Assert.Single(row.Notes), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", "không có dòng nào")]
    [InlineData("Tên hàng,Số lượng\nBàn,3\nGhế,4", "Không thấy cột họ tên")]
    public void A_file_that_is_no_list_is_refused_with_what_to_do(string csv, string words)
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(csv));
        var list = ReadMemberList.Read(file, Today, CancellationToken.None);
        Assert.Contains(words, list.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_csv_of_windows_and_one_of_an_old_font_are_read_in_their_own_letters()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var windows = Read("Họ và tên,Ngày sinh\nNguyễn Văn Dũng,1985".Normalize(NormalizationForm.FormC), Encoding.UTF8);
        Assert.Equal("Nguyễn Văn Dũng", windows.Rows[0].FullName);
        var old = Read(
            "STT,Hä vµ tªn,Ngµy sinh\n1,NguyÔn V¨n Dòng,1985\n2,TrÇn ThÞ Hång,1990\n3,§ç Quèc ViÖt,1990",
            Encoding.GetEncoding(1252)
        );
        Assert.Equal("Nguyễn Văn Dũng", old.Rows[0].FullName);
    }
}
