using System.Text.Json;
using DoanKet.Testing;

namespace DoanKet.Host.Tests;

/// <summary>What the program makes of words it does not know.</summary>
public sealed class CommandLineTests
{
    [Theory]
    [InlineData("sao-luu", "Không có lệnh “sao-luu”"), InlineData("serve tep", "Không có lệnh “tep”")]
    [
        InlineData("audit verify --jsn", "Không có tùy chọn “--jsn”"),
        InlineData("--Databse:Provider=sqlite", "Không có tùy chọn “--Databse:Provider”")
    ]
    [InlineData("demo --urls", "thiếu giá trị")]
    public async Task What_is_no_verb_and_no_setting_is_refused_with_the_list_of_verbs(string line, string words)
    {
        var data = Directory.CreateTempSubdirectory("doanket-cli-").FullName;
        var (code, output, errors) = await RunningProgram.TryRunAsync([.. line.Split(' '), "--data", data]);
        Assert.Equal((2, ""), (code, output));
        Assert.Contains(words, errors, StringComparison.Ordinal);
        foreach (var verb in (string[])["serve", "demo", "migrate", "audit", "admin"])
            Assert.Contains("  " + verb, errors, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(data));
        Directory.Delete(data);
    }

    [Fact]
    public async Task A_document_is_read_into_values_with_page_box_and_certainty()
    {
        var (code, output, _) = await RunningProgram.TryRunAsync("read", Decree30.PathOf("30_2020_ND_CP.pdf"), "--json");
        Assert.Equal(0, code);
        using var read = JsonDocument.Parse(output);
        string? Value(string name) => read.RootElement.GetProperty(name).GetProperty("value").GetString();
        Assert.Equal(("30", "2020/NĐ-CP", "2020-03-05"), (Value("number"), Value("notation"), Value("issuedOn")));
        Assert.Equal(("CHÍNH PHỦ", "Nghị định", "Về công tác văn thư"), (Value("issuer"), Value("kind"), Value("subject")));
        var signer = read.RootElement.GetProperty("signer");
        Assert.Equal(("Nguyễn Xuân Phúc", 20), (signer.GetProperty("value").GetString(), signer.GetProperty("page").GetInt32()));
        Assert.InRange(signer.GetProperty("box").GetProperty("x").GetDouble(), 297, 560);
        Assert.InRange(signer.GetProperty("certainty").GetDouble(), 0.9, 1);
        Assert.Equal(JsonValueKind.Null, read.RootElement.GetProperty("superior").ValueKind);
        Assert.Equal(
            (20, 0),
            (read.RootElement.GetProperty("pages").GetInt32(), read.RootElement.GetProperty("deadlines").GetArrayLength())
        );
    }

    [Theory]
    [InlineData("%PDF-1.7 hỏng", "Damaged"), InlineData("   ", "NoText")]
    public async Task A_file_that_cannot_be_read_says_why(string content, string status)
    {
        var path = Path.GetTempFileName();
        await File.WriteAllTextAsync(path, content);
        var (code, output, _) = await RunningProgram.TryRunAsync("read", path, "--json");
        File.Delete(path);
        Assert.Equal(2, code);
        using var read = JsonDocument.Parse(output);
        Assert.Equal(status, read.RootElement.GetProperty("status").GetString());
        Assert.Equal(JsonValueKind.Null, read.RootElement.GetProperty("number").ValueKind);
    }
}
