using System.CommandLine;
using DoanKet.Host.Web;
using DoanKet.Kernel.Settings;

namespace DoanKet.Host.Cli;

internal static class ServeCommand
{
    public static Command Build(Option<string?> data)
    {
        var command = new Command("serve", "Chạy chương trình (mặc định)") { TreatUnmatchedTokensAsErrors = false };
        command.SetAction((parse, ct) => RunAsync(parse.GetValue(data), [.. parse.UnmatchedTokens], ct));
        return command;
    }

    public static async Task<int> RunAsync(string? data, string[] settings, CancellationToken ct)
    {
        await using var app = WebProgram.Build(data, settings);
        // Large forms are buffered on the data folder's disk, where what a kill leaves behind is found and cleared.
        var folder = app.Services.GetRequiredService<DataFolder>();
        folder.ClearTemporary();
        Environment.SetEnvironmentVariable("ASPNETCORE_TEMP", folder.Temporary);
        if (!await WebProgram.PrepareAsync(app, ct))
            return 1;
        await app.RunAsync(ct);
        return 0;
    }
}
