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
}
