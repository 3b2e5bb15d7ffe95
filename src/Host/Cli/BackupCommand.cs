using System.CommandLine;
using DoanKet.Kernel.Backup;

namespace DoanKet.Host.Cli;

internal static class BackupCommand
{
    public static Command Build(Option<string?> data)
    {
        var file = new Argument<string>("FILE") { Description = "Tệp sao lưu sẽ được tạo" };
        var command = new Command(
            "backup",
            "Sao lưu cơ sở dữ liệu, tệp, khóa và cài đặt vào một tệp, kể cả khi chương trình đang chạy; mã thoát 2 khi có tệp bị hỏng "
                + "hoặc mất"
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
                    services => RunAsync(services, Path.GetFullPath(parse.GetValue(file)!), ct)
                )
        );
        return command;
    }

    private static async Task<int> RunAsync(IServiceProvider services, string path, CancellationToken ct)
    {
        if (File.Exists(path))
        {
            await Console.Error.WriteLineAsync($"Đã có {path}; bản sao lưu không ghi đè tệp nào. Hãy chọn tên khác.");
            return 1;
        }
        try
        {
            var (manifest, problems) = await services.GetRequiredService<WriteBackup>().HandleAsync(path, ct);
            Console.WriteLine($"Đã sao lưu {manifest.Tables.Sum(t => t.Rows)} dòng và {manifest.Files.Count} tệp vào {path}.");
            foreach (var problem in problems)
                await Console.Error.WriteLineAsync(problem);
            return problems.Count == 0 ? 0 : 2;
        }
        catch (IOException error)
        {
            await Console.Error.WriteLineAsync($"Chưa sao lưu được: {error.Message} Không có gì bị thay đổi.");
            return 1;
        }
    }
}
