using System.CommandLine;
using DoanKet.Kernel.Backup;

namespace DoanKet.Host.Cli;

internal static class RestoreCommand
{
    public static Command Build(Option<string?> data)
    {
        var file = new Argument<string>("FILE") { Description = "Tệp do doanket backup tạo" };
        var command = new Command(
            "restore",
            "Khôi phục một bản sao lưu vào thư mục trống (--data) và, nếu nêu, vào một cơ sở dữ liệu PostgreSQL trống"
        )
        {
            file,
        };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction(
            (parse, ct) =>
                Services.RunAsync(
                    parse.GetValue(data),
                    [.. parse.UnmatchedTokens],
                    services => RunAsync(services, parse.GetValue(file)!, ct)
                )
        );
        return command;
    }

    private static async Task<int> RunAsync(IServiceProvider services, string path, CancellationToken ct)
    {
        if (!File.Exists(path))
        {
            await Console.Error.WriteLineAsync($"Không có tệp {path}.");
            return 1;
        }
        var result = await services.GetRequiredService<RestoreBackup>().HandleAsync(path, ct);
        await (result.Ok ? Console.Out : Console.Error).WriteLineAsync(
            result.Ok
                ? $"Đã khôi phục {result.Value.Tables.Sum(t => t.Rows)} dòng và {result.Value.Files.Count} tệp, so khớp với bản sao lưu."
                : result.Message
        );
        return result.Ok ? 0 : 1;
    }
}
