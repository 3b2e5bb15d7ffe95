using System.CommandLine;
using DoanKet.Kernel.Modules;
using DoanKet.Kernel.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace DoanKet.Modules.Members.Synthetic;

/// <summary><c>doanket members generate</c>.</summary>
internal static class GenerateVerb
{
    public static Command Build(RunVerb run)
    {
        var count = new Option<int>("--count") { Description = "Số người", Required = true };
        var seed = new Option<int>("--seed") { Description = "Cùng số này cho cùng những người này", Required = true };
        var planted = new Option<FileInfo?>("--planted")
        {
            Description =
                "Tệp ghi những chỗ sai và trùng cố ý, mỗi dòng một đối tượng JSON (mặc định: planted-SEED.jsonl ở thư mục hiện tại)",
        };
        var command = new Command("generate", "Tạo đoàn viên giả lập trong các công đoàn cơ sở, có chỗ sai và trùng cố ý để thử")
        {
            count,
            seed,
            planted,
        };
        command.SetAction(
            (parse, ct) =>
                run(
                    parse,
                    async services =>
                    {
                        await services.GetRequiredService<PrepareDatabase>().HandleAsync(ct);
                        var list = parse.GetValue(planted) ?? new FileInfo($"planted-{parse.GetValue(seed)}.jsonl");
                        await using var lines = new StreamWriter(list.FullName);
                        var result = await services
                            .GetRequiredService<GenerateMembers>()
                            .HandleAsync(parse.GetValue(count), parse.GetValue(seed), lines, ct);
                        await (result.Ok ? parse.InvocationConfiguration.Output : parse.InvocationConfiguration.Error).WriteLineAsync(
                            result.Ok ? VerbJson.Line(result.Value) : result.Message
                        );
                        return result.Ok ? 0 : 2;
                    }
                )
        );
        return command;
    }
}
