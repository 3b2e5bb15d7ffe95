using System.CommandLine;
using DoanKet.Kernel.Modules;
using DoanKet.Kernel.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace DoanKet.Modules.Organisation.Accounts;

/// <summary><c>doanket admin create</c>.</summary>
internal static class AdminVerb
{
    public static Command Build(RunVerb run)
    {
        var user = new Option<string>("--user") { Description = "Tên đăng nhập", Required = true };
        var federation = new Option<string?>("--federation") { Description = "Tên liên đoàn, khi cơ sở dữ liệu còn trống" };
        var create = new Command("create", "Tạo (hoặc đặt lại mật khẩu của) một quản trị; in mật khẩu dùng một lần") { user, federation };
        create.SetAction(
            (parse, ct) =>
                run(
                    parse,
                    async services =>
                    {
                        await services.GetRequiredService<PrepareDatabase>().HandleAsync(ct);
                        var result = await services
                            .GetRequiredService<CreateAdministrator>()
                            .HandleAsync(parse.GetValue(user)!, parse.GetValue(federation), ct);
                        await (result.Ok ? parse.InvocationConfiguration.Output : parse.InvocationConfiguration.Error).WriteLineAsync(
                            result.Ok ? $"Mật khẩu dùng một lần của {parse.GetValue(user)}: {result.Value}" : result.Message
                        );
                        return result.Ok ? 0 : 1;
                    }
                )
        );
        return new("admin", "Quản trị") { create };
    }
}
