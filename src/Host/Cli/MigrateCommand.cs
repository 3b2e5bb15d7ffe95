using System.CommandLine;
using DoanKet.Kernel.Persistence;

namespace DoanKet.Host.Cli;

internal static class MigrateCommand
{
    public static Command Build(Option<string?> data)
    {
        var command = new Command("migrate", "Nâng cấp cơ sở dữ liệu lên phiên bản này (PostgreSQL; SQLite tự làm khi khởi động)")
        {
            TreatUnmatchedTokensAsErrors = false,
        };
        command.SetAction(
            (parse, ct) =>
                Services.RunAsync(
                    parse.GetValue(data),
                    [.. parse.UnmatchedTokens],
                    async services =>
                    {
                        var prepare = services.GetRequiredService<PrepareDatabase>();
                        var pending = await prepare.PendingAsync(ct);
                        await prepare.HandleAsync(ct);
                        Console.WriteLine(
                            pending.Count == 0 ? "Cơ sở dữ liệu đã ở phiên bản mới nhất." : $"Đã nâng cấp: {string.Join(", ", pending)}"
                        );
                        return 0;
                    }
                )
        );
        return command;
    }
}
