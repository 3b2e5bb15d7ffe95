using System.CommandLine;
using DoanKet.Kernel.Modules;
using DoanKet.Kernel.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace DoanKet.Modules.Members.Duplicates;

/// <summary><c>doanket members duplicates</c>.</summary>
internal static class DuplicatesVerb
{
    public static Command Build(RunVerb run)
    {
        var json = new Option<bool>("--json") { Description = "In một đối tượng JSON: số người đã xem, các cặp với điểm và lý do" };
        var command = new Command("duplicates", "Tìm những người có hai lần trong danh sách đoàn viên") { json };
        command.SetAction(
            (parse, ct) =>
                run(
                    parse,
                    async services =>
                    {
                        await services.GetRequiredService<PrepareDatabase>().HandleAsync(ct);
                        var (entries, pairs) = await services.GetRequiredService<FindDuplicates>().HandleAsync(ct);
                        var output = parse.InvocationConfiguration.Output;
                        if (parse.GetValue(json))
                            await output.WriteLineAsync(Json(entries, pairs));
                        else
                            foreach (var (one, other, score) in pairs)
                                await output.WriteLineAsync(
                                    $"{score.Score:0.00}  {one.FullName} – {other.FullName}: {string.Join(", ", score.Reasons)}"
                                );
                        return 0;
                    }
                )
        );
        return command;
    }

    /// <summary>Names and ids, and no numbers of anybody.</summary>
    private static string Json(int entries, IReadOnlyList<DuplicatePair> pairs) =>
        VerbJson.Line(
            new
            {
                Members = entries,
                Pairs = pairs.Select(pair => new
                {
                    A = pair.One.Id,
                    B = pair.Other.Id,
                    NameA = pair.One.FullName,
                    NameB = pair.Other.FullName,
                    pair.Score.Score,
                    pair.Score.Reasons,
                }),
            }
        );
}
