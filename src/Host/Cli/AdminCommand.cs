using System.CommandLine;
using DoanKet.Contracts.Organisation;
using DoanKet.Kernel.Persistence;

namespace DoanKet.Host.Cli;

internal static class AdminCommand
{
    public static Command Build(Option<string?> data)
    {
        var user = new Option<string>("--user") { Description = "Tên đăng nhập", Required = true };
        var federation = new Option<string?>("--federation") { Description = "Tên liên đoàn, khi cơ sở dữ liệu còn trống" };
        var create = new Command("create", "Tạo (hoặc đặt lại mật khẩu của) một quản trị; in mật khẩu dùng một lần") { user, federation };
        create.TreatUnmatchedTokensAsErrors = false;
        create.SetAction(
            (parse, ct) =>
                Services.RunAsync(
                    parse.GetValue(data),
                    [.. parse.UnmatchedTokens],
                    async services =>
                    {
                        await services.GetRequiredService<PrepareDatabase>().HandleAsync(ct);
                        var result = await services
                            .GetRequiredService<ICreateAdministrator>()
                            .HandleAsync(parse.GetValue(user)!, parse.GetValue(federation), ct);
                        await (result.Ok ? Console.Out : Console.Error).WriteLineAsync(
                            result.Ok ? $"Mật khẩu dùng một lần của {parse.GetValue(user)}: {result.Value}" : result.Message
                        );
                        return result.Ok ? 0 : 1;
                    }
                )
        );
        return new("admin", "Quản trị") { create };
    }
}
