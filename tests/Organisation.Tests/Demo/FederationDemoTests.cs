using System.Text.Json;
using DoanKet.Kernel.Access;
using DoanKet.Testing;

namespace DoanKet.Organisation.Tests.Demo;

/// <summary>What <c>doanket demo --scale full --json</c> promises to whoever reads its last line.</summary>
public sealed class FederationDemoTests
{
    [Fact]
    public async Task The_full_demonstration_has_the_figures_of_the_report_and_a_sign_in_for_every_role()
    {
        var data = Directory.CreateTempSubdirectory("doanket-demo-").FullName;
        var line = (await DemoTemplate.CopyToAsync(data, Provider.Sqlite, "full")).Printed;
        Assert.StartsWith(
            """{"units":{"boards":6,"districts":21,"branches":8,"grassroots":2882,"nonState":485,"sampleGrassrootsCode":"CS""",
            line
        );
        using var json = JsonDocument.Parse(line);
        var accounts = json.RootElement.GetProperty("accounts").EnumerateArray().ToList();
        Assert.Equal(Roles.All.Select(r => r.Code).Order(), accounts.Select(a => a.GetProperty("role").GetString()!).Distinct().Order());
        Assert.Equal(accounts.Count, accounts.Select(a => a.GetProperty("fullName").GetString()).Distinct().Count());

        await using var program = await RunningProgram.StartAsync(data);
        foreach (var account in accounts)
        {
            using var visitor = await SignedInAsync(program, account);
            Assert.Equal("/", visitor.Address);
        }
        using var viewer = await SignedInAsync(program, accounts[0]);
        var code = json.RootElement.GetProperty("units").GetProperty("sampleGrassrootsCode").GetString()!;
        var found = await viewer.OpenAsync("/don-vi?q=" + code);
        Assert.Contains("Công đoàn cơ sở", Assert.Single(found.QuerySelectorAll(".dk-table tbody tr")).TextContent);
        // Said by the frame of every page, not by the names that would get into books.
        Assert.DoesNotContain("trình diễn", found.QuerySelector(".dk-unit")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(found.QuerySelector(".dk-demonstration"));
        using var organiser = await SignedInAsync(program, accounts.First(a => a.GetProperty("role").GetString() == Roles.Organiser));
        var board = await organiser.OpenAsync("/doan-vien/tien-do");
        Assert.Contains("92.825/146.790 đoàn viên, đạt 63,24%", board.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await program.KillAsync();
        Directory.Delete(data, recursive: true);
    }

    private static Task<Visitor> SignedInAsync(RunningProgram program, JsonElement account) =>
        program.SignedInAsync(account.GetProperty("userName").GetString()!, account.GetProperty("password").GetString()!);
}
