using System.Diagnostics;
using DoanKet.Testing;

namespace DoanKet.Bench;

/// <summary>
/// Fifty people at once: each takes a paper in and registers it, then each drafts an answer; by the pages of the running program, files
/// read in its child processes.
/// </summary>
internal static class CrowdBench
{
    private const int People = 50;

    public static async Task RunAsync(Provider provider)
    {
        await using var federation = await Federation.MakeAsync(provider);
        await using var program = await RunningProgram.StartAsync(
            federation.Data,
            [.. federation.Settings, "--SignIn:TriesPerMinute=100000"]
        );
        var clerks = await SignedInAsync(
            program,
            i =>
                i % 30 == 0 ? "vanthu"
                : i % 30 <= 21 ? $"vanthu.h{i % 30:00}"
                : $"vanthu.n{i % 30 - 21:00}"
        );
        var specialists = await SignedInAsync(program, _ => "chuyenvien");
        // Once alone, so that nothing is measured that only the first visitor pays.
        var alone = await RegisterAsync(clerks[0], -1);
        var aloneDraft = await DraftAsync(specialists[0], -1);
        var (registering, registerAll) = await AtOnceAsync(clerks, RegisterAsync);
        var (drafting, draftAll) = await AtOnceAsync(specialists, DraftAsync);
        Report.Head("database", "act", "alone", "50 at once, median", "50 at once, p95", "all 50 done after");
        Report.Line(
            provider.ToString(),
            "take in and register a paper",
            Report.Ms(alone),
            Report.Ms(Report.Median(registering)),
            Report.Ms(Report.Percentile(registering, 0.95)),
            Report.Ms(registerAll)
        );
        Report.Line(
            provider.ToString(),
            "draft with a file",
            Report.Ms(aloneDraft),
            Report.Ms(Report.Median(drafting)),
            Report.Ms(Report.Percentile(drafting, 0.95)),
            Report.Ms(draftAll)
        );
        foreach (var visitor in clerks.Concat(specialists))
            visitor.Dispose();
    }

    private static async Task<List<Visitor>> SignedInAsync(RunningProgram program, Func<int, string> userName)
    {
        List<Visitor> visitors = [];
        for (var i = 0; i < People; i++)
            visitors.Add(await program.SignedInAsync(userName(i), Federation.Password));
        return visitors;
    }

    private static async Task<(List<double> Each, double All)> AtOnceAsync(List<Visitor> visitors, Func<Visitor, int, Task<double>> act)
    {
        var watch = Stopwatch.StartNew();
        var each = await Task.WhenAll(visitors.Select((visitor, i) => Task.Run(() => act(visitor, i))));
        return ([.. each], watch.Elapsed.TotalMilliseconds);
    }

    private static async Task<double> RegisterAsync(Visitor clerk, int number)
    {
        var form = await clerk.OpenAsync("/van-ban/den/tiep-nhan");
        var watch = Stopwatch.StartNew();
        var page = await clerk.UploadAsync(form, "form[enctype]", [("Files", "nghi-dinh.pdf", Paper("30_2020_ND_CP.pdf", number))]);
        page = await clerk.SubmitAsync(
            page,
            "#vao-so .btn-primary",
            ("Input.NumberText", $"{number + 1000}/CV-THU"),
            ("Input.Issuer", "Cơ quan thử tải"),
            ("Input.Subject", $"Văn bản thử tải {number}")
        );
        var time = watch.Elapsed.TotalMilliseconds;
        return page.Body!.TextContent.Contains("Số đến:", StringComparison.Ordinal)
            ? time
            : throw new InvalidOperationException($"Not registered: {clerk.Status} {clerk.Address}");
    }

    private static async Task<double> DraftAsync(Visitor specialist, int number)
    {
        var form = await specialist.OpenAsync("/van-ban/di/soan");
        var signer = form.QuerySelectorAll("select[name='Input.SignerId'] option")
            .Select(o => o.GetAttribute("value"))
            .First(v => !string.IsNullOrEmpty(v))!;
        var watch = Stopwatch.StartNew();
        await specialist.UploadAsync(
            form,
            "form[enctype]",
            [("Input.File", "du-thao.docx", Paper("Phuluc5.docx", number))],
            ("Input.KindCode", "CV"),
            ("Input.Subject", $"Thử tải dự thảo {number}"),
            ("Input.SignerId", signer)
        );
        var time = watch.Elapsed.TotalMilliseconds;
        return specialist.Address.StartsWith("/van-ban/di/0", StringComparison.Ordinal)
            ? time
            : throw new InvalidOperationException($"Not drafted: {specialist.Status} {specialist.Address}");
    }

    /// <summary>The file with some bytes behind its end: another content each time, read like the first.</summary>
    private static byte[] Paper(string name, int number) =>
        [.. File.ReadAllBytes(Decree30.PathOf(name)), .. System.Text.Encoding.ASCII.GetBytes($"\n% {number}")];
}
