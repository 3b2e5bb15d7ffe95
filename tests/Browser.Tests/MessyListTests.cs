using System.Globalization;
using DoanKet.Spreadsheets;
using Microsoft.Playwright;

namespace DoanKet.Browser.Tests;

/// <summary>A list as it lies in a union's drawer, over a slow line: five hundred people, and not one of them wrong at the end.</summary>
public sealed class MessyListTests(Chromium chromium, SmallFederation federation)
{
    private const int People = 500,
        TwoInOneCell = 40;

    private const string Union = "CS0004";

    private static readonly string[] Families = ["Nguyễn", "Trần", "LÊ", "phạm", "Hoàng", "Vi", "Lô", "Hồ", "Cao", "Đặng"],
        Given = ["An", "Bình", "Chi", "Dũng", "Giang", "HẠNH", "Khánh", "Lan", "minh", "Oanh"],
        Middles = ["Thị", "Thị Thu", "Thị Ngọc", "Thị Kim", "Thị Hồng"];

    [Fact]
    public async Task An_officer_takes_in_a_messy_list_of_five_hundred_on_a_slow_line()
    {
        await using var officer = await chromium.SignInAsync(federation.Program, "tochuc.h01", ScreenSize.Office);
        await officer.GoAsync($"/doan-vien/tien-do");
        var before = await CountAsync(officer);
        await SlowAsync(officer.Page);
        var folder = Directory.CreateTempSubdirectory("doanket-list-");
        try
        {
            // Two people stand in one cell: the program says so, and takes in all others.
            var list = await WriteAsync(folder, isMended: false);
            await CheckAsync(officer, list);
            await officer.SeesAsync("Trong ô họ tên có hai người");
            await officer.PressAsync($"Nhập {People - 2} người");
            await officer.SeesAsync($"{People - 2} người mới");
            // Mended in the list, and the whole list once more: nobody stands there twice.
            list = await WriteAsync(folder, isMended: true);
            await CheckAsync(officer, list);
            await officer.PressAsync("Nhập 2 người");
            await officer.SeesAsync("2 người mới");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
        await officer.GoAsync("/doan-vien/tien-do");
        Assert.Equal(before + People, await CountAsync(officer));
        await officer.GoAsync("/doan-vien?tu-khoa=" + NumberOf(7));
        await officer.SeesAsync("Hồ Thị An");
        officer.WasQuiet();
    }

    private static async Task CheckAsync(Screen officer, string list)
    {
        await officer.GoAsync("/doan-vien/nhap");
        await officer.WriteAsync("Mã công đoàn có danh sách", Union);
        await officer.AttachAsync("Chọn tệp .xlsx, .xls hoặc .csv", list);
        await officer.PressAsync("Kiểm tra tệp");
        await officer.SeesAsync("Kiểm tra xong, chưa ghi gì");
        await officer.IsAccessibleAsync();
    }

    /// <summary>Titles above, the name in two columns, days in three ways, numbers as Excel spoils them, a sum below.</summary>
    private static async Task<string> WriteAsync(DirectoryInfo folder, bool isMended)
    {
        SheetColumn[] columns =
        [
            new("TT"),
            new("Họ và tên đệm"),
            new("Tên"),
            new("Ngày, tháng, năm sinh"),
            new("Nữ"),
            new("Số CCCD"),
            new("SĐT"),
        ];
        List<object?[]> rows = [];
        for (var i = 0; i < People; i++)
            if (!isMended && i == TwoInOneCell)
                rows.Add([i + 1, Family(i), $"{Name(i)}, {Family(i + 1)} {Name(i + 1)}", null, "x", null, null]);
            else if (isMended || i != TwoInOneCell + 1)
                rows.Add(Row(i));
        rows.Add(["Cộng", $"{People} người", null, null, null, null, null]);
        var path = Path.Combine(folder.FullName, isMended ? "danh sách (sửa).xlsx" : "danh sách.xlsx");
        await using var file = File.Create(path);
        string[] above = ["CÔNG ĐOÀN CƠ SỞ VÍ DỤ", "DANH SÁCH ĐOÀN VIÊN", "Năm 2026"];
        await SheetWriter.WriteAsync(file, "Sheet1", columns, rows, above, default);
        return path;
    }

    private static object?[] Row(int i)
    {
        var born = new DateOnly(1970 + (i % 25), 1 + (i % 12), 1 + (i % 28));
        object day = (i % 3) switch
        {
            0 => born,
            1 => born.ToString("d/M/yyyy", CultureInfo.InvariantCulture),
            _ => born.ToString("dd.MM.yy", CultureInfo.InvariantCulture),
        };
        var number = NumberOf(i);
        // What Excel makes of a number that was typed into a usual cell.
        object id = i % 2 == 0 ? double.Parse(number, CultureInfo.InvariantCulture) : $"'{number}";
        object phone = i % 4 == 0 ? 912_000_000d + i : $"0912 {i / 1000:000} {i % 1000:000}";
        return [i + 1, Family(i), Name(i), day, "x", id, phone];
    }

    private static string Family(int i) => $"{Families[i % 10]} {Middles[i / 100 % 5]}";

    private static string Name(int i) => Given[i / 10 % 10];

    private static string NumberOf(int i) => $"0401{(1970 + (i % 25)) % 100:00}{700_000 + i:000000}";

    private static async Task<int> CountAsync(Screen officer)
    {
        var row = officer.Page.Locator("tr", new() { HasText = Union });
        var text = await row.Locator("td[data-label='Đã nhập']").InnerTextAsync();
        return int.Parse(text.Replace(".", "", StringComparison.Ordinal).Split(' ')[^1], CultureInfo.InvariantCulture);
    }

    /// <summary>A telephone at the edge of the net: 300 ms each way, 640 kbit/s down, 320 up.</summary>
    private static async Task SlowAsync(IPage page)
    {
        var line = await page.Context.NewCDPSessionAsync(page);
        await line.SendAsync("Network.enable");
        await line.SendAsync(
            "Network.emulateNetworkConditions",
            new()
            {
                ["offline"] = false,
                ["latency"] = 300,
                ["downloadThroughput"] = 80_000,
                ["uploadThroughput"] = 40_000,
            }
        );
    }
}
