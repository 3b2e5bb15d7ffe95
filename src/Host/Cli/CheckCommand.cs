using System.CommandLine;
using DoanKet.Kernel.Backup;

namespace DoanKet.Host.Cli;

internal static class CheckCommand
{
    public static Command Build(Option<string?> data)
    {
        var json = new Option<bool>("--json") { Description = "In một đối tượng JSON: {\"ok\":true|false,\"problems\":[…]}" };
        var command = new Command("check", "Kiểm tra mọi tệp, nhật ký và số của các sổ; mã thoát 2 khi có gì không nguyên vẹn") { json };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction(
            (parse, ct) =>
                Services.RunAsync(
                    parse.GetValue(data),
                    [.. parse.UnmatchedTokens],
                    services => RunAsync(services, parse.GetValue(json), ct)
                )
        );
        return command;
    }

    private static async Task<int> RunAsync(IServiceProvider services, bool json, CancellationToken ct)
    {
        List<string> problems = [];
        foreach (var check in services.GetServices<IIntegrityCheck>())
        {
            var before = problems.Count;
            await foreach (var problem in check.FindAsync(ct))
                problems.Add(problem);
            if (!json)
                Console.WriteLine($"{check.Name}: {(problems.Count == before ? "nguyên vẹn" : $"{problems.Count - before} điểm cần xem")}");
        }
        if (json)
            Console.WriteLine(Json.Line(new { ok = problems.Count == 0, problems }));
        else
            problems.ForEach(Console.WriteLine);
        return problems.Count == 0 ? 0 : 2;
    }
}
