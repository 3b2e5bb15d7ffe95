using System.Diagnostics;
using System.Text.Json;
using DoanKet.Pades;
using DoanKet.SigningTickets;
using DoanKet.Testing;
using DoanKet.Testing.Signatures;

namespace DoanKet.Browser.Tests;

/// <summary>A leader signs with a token: the page opens the program beside it, which asks for the PIN.</summary>
public sealed class TokenTests(Chromium chromium) : IDisposable
{
    private readonly SoftToken _tokens = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("doanket-agent-");

    [Fact]
    public async Task What_the_tray_shows_is_signed_by_the_token()
    {
        await using var federation = await Demonstration.StartAsync(Provider.Sqlite, "small");
        await using var leader = await chromium.SignInAsync(federation, "lanhdao", ScreenSize.Office);
        await leader.GoAsync("/chu-ky-so");
        await leader.PressAsync("Dùng USB token");
        await leader.IsAccessibleAsync();
        await leader.TakeAsync("token");
        var settings = await SettingsAsync(leader);
        await leader.PressAsync("Đọc chứng thư trong token");
        await leader.IsAccessibleAsync();
        // Two tokens are in the machine: the first one.
        await OpenAsync(leader, settings, "1", SoftToken.PinText);
        await leader.SeesAsync("Đã đăng ký chứng thư trong token");

        await leader.GoAsync("/van-ban/di/ky");
        await leader.Page.Locator("input[name=Chosen]").First.CheckAsync();
        var address = await leader
            .Page.Locator(".dk-papers li", new() { Has = leader.Page.Locator("input:checked") })
            .Locator("a[href^='/van-ban/di/']")
            .First.GetAttributeAsync("href");
        await leader.TickAsync("Tôi đã xem và ký những văn bản được chọn");
        await leader.PressAsync("Ký số những văn bản đã chọn");
        await leader.SeesAsync("Mở phần mềm ký");
        await leader.IsAccessibleAsync();
        await leader.TakeAsync("token-sign");
        await OpenAsync(leader, settings, SoftToken.PinText);
        await leader.SeesAsync("Đã ký 1/1 văn bản");

        await leader.GoAsync(address!);
        await leader.SeesAsync("Ký số bằng token");
        var file = await (await leader.Page.Context.APIRequest.GetAsync(address + "/tep/1")).BodyAsync();
        using var source = PdfSource.FromBytes(file);
        var report = PdfVerifier.Verify(source, new() { At = DateTimeOffset.UtcNow, Trust = TestPki.Shared.Trust });
        Assert.Equal(CryptoVerdict.Valid, Assert.Single(report.Signatures).Crypto);
        Assert.Equal(OverallVerdict.Valid, report.Overall);
        leader.WasQuiet();
    }

    /// <summary>The settings that the server gives out, with the driver of this test's tokens.</summary>
    private async Task<string> SettingsAsync(Screen screen)
    {
        var given = await (await screen.Page.Context.APIRequest.GetAsync("/chu-ky-so/token/tep/may-chu")).BodyAsync();
        var settings = JsonSerializer.Deserialize(given, TicketJson.Default.AgentSettings)! with { Drivers = [SoftToken.Driver] };
        var path = Path.Combine(_folder.FullName, "may-chu.json");
        await File.WriteAllBytesAsync(path, JsonSerializer.SerializeToUtf8Bytes(settings, TicketJson.Default.AgentSettings));
        return path;
    }

    /// <summary>As the system does when the link is pressed; then somebody types.</summary>
    private async Task OpenAsync(Screen screen, string settings, params string[] typed)
    {
        var link = await screen.Page.Locator("a[href^='doanket-ky:']").GetAttributeAsync("href");
        var program = Path.Combine(AppContext.BaseDirectory, "doanket-ky.dll");
        using var process = Process.Start(
            new ProcessStartInfo("dotnet", [program, link!, "--cai-dat", settings])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                Environment =
                {
                    ["SOFTHSM2_CONF"] = _tokens.SettingsPath,
                    ["XDG_DATA_HOME"] = _folder.FullName,
                    ["HOME"] = _folder.FullName,
                },
            }
        )!;
        await process.StandardInput.WriteAsync(string.Join('\n', typed) + "\n");
        process.StandardInput.Close();
        var said = await process.StandardOutput.ReadToEndAsync() + await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, said);
        Assert.DoesNotContain(SoftToken.PinText, said, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _tokens.Dispose();
        _folder.Delete(recursive: true);
    }
}
