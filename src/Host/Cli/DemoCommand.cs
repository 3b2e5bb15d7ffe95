using System.CommandLine;
using DoanKet.DocumentReading;
using DoanKet.Kernel.Files;
using DoanKet.Kernel.Modules;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Units;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace DoanKet.Host.Cli;

internal static class DemoCommand
{
    public static Command Build(Option<string?> data)
    {
        var scale = new Option<DemoScale>("--scale")
        {
            Description = "small: một liên đoàn thu nhỏ; full: cấu trúc theo báo cáo năm 2021 (2.882 công đoàn cơ sở)",
        };
        var json = new Option<bool>("--json") { Description = "Dòng cuối là một đối tượng JSON với số đơn vị và các tài khoản" };
        var onlyIfEmpty = new Option<bool>("--if-empty") { Description = "Không làm gì khi đã có đơn vị" };
        var command = new Command("demo", "Tạo một liên đoàn trình diễn (dữ liệu sinh tự động, không có người thật)")
        {
            scale,
            json,
            onlyIfEmpty,
        };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction(
            (parse, ct) =>
                Services.RunAsync(
                    parse.GetValue(data),
                    [.. parse.UnmatchedTokens],
                    services => RunAsync(services, parse.GetValue(scale), parse.GetValue(json), parse.GetValue(onlyIfEmpty), ct),
                    builder => builder.Services.Replace(ServiceDescriptor.Singleton<IFileReader, OwnPaperReader>())
                )
        );
        return command;
    }

    /// <summary>
    /// A process for each of seventy papers that this program has just drawn would take most of the demonstration's time.
    /// </summary>
    private sealed class OwnPaperReader : IFileReader
    {
        public Task<ReadResult> ReadAsync(string path, CancellationToken ct) =>
            Task.FromResult(DocumentReader.Read(path, ReadingLimits.Default));
    }

    private static async Task<int> RunAsync(IServiceProvider services, DemoScale scale, bool json, bool onlyIfEmpty, CancellationToken ct)
    {
        await services.GetRequiredService<PrepareDatabase>().HandleAsync(ct);
        if (await services.GetRequiredService<UnionDb>().Set<Unit>().AnyAsync(ct))
        {
            if (onlyIfEmpty)
                return 0;
            await Console.Error.WriteLineAsync(
                "Thư mục dữ liệu này đã có đơn vị; dữ liệu trình diễn chỉ được tạo trong thư mục trống. Hãy chọn --data khác."
            );
            return 1;
        }
        var demo = new DemoContext(scale, seed: 2021) { Say = json ? Console.Error.WriteLine : Console.WriteLine };
        foreach (var part in services.GetServices<IDemoPart>().OrderBy(p => p.Order))
            await part.GenerateAsync(demo, ct);
        Console.WriteLine(
            json
                ? Json.Line(
                    new
                    {
                        units = demo.Units,
                        accounts = demo.Accounts.Select(a => new
                        {
                            a.Role,
                            a.UserName,
                            a.Password,
                            a.FullName,
                            a.Unit,
                        }),
                    }
                )
                : "Tài khoản trình diễn:\n"
                    + string.Join('\n', demo.Accounts.Select(a => $"  {a.UserName, -22} {a.Password, -16} {a.FullName} — {a.Unit}"))
        );
        return 0;
    }
}
