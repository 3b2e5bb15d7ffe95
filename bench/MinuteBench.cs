using System.Collections.Concurrent;
using System.Diagnostics;
using DoanKet.Testing;

namespace DoanKet.Bench;

/// <summary>
/// An office hour in a minute: two hundred people each open a page every two seconds or so, twenty each do something every three. A person
/// at a screen is slower than that by a factor of ten.
/// </summary>
internal static class MinuteBench
{
    private const int Readers = 200,
        Writers = 20;

    private static readonly TimeSpan Length = TimeSpan.FromMinutes(1);

    private static readonly string[] ReadPages =
    [
        "/",
        "/van-ban/den",
        "/van-ban/tim?q=cong+doan",
        "/van-ban/den?trang-thai=cho-chi-dao",
        "/van-ban/den?tu-khoa=bao+hiem",
        "/van-ban/den?qua-han=true",
    ];

    public static async Task RunAsync(Provider provider)
    {
        await using var federation = await Federation.MakeAsync(provider);
        await using var program = await RunningProgram.StartAsync(
            federation.Data,
            [.. federation.Settings, "--SignIn:TriesPerMinute=100000"]
        );
        var readers = await SignedInAsync(
            program,
            Readers,
            i =>
                i % 3 == 0 ? "vanthu"
                : i % 3 == 1 ? $"vanthu.h{1 + i % 21:00}"
                : $"coso.cs{1 + i:0000}"
        );
        var writers = await SignedInAsync(program, Writers, i => $"vanthu.h{1 + i:00}");
        ConcurrentBag<double> reading = [],
            writing = [];
        ConcurrentBag<string> faults = [];
        var watch = Stopwatch.StartNew();
        await Task.WhenAll([
            .. readers.Select(
                (reader, i) => RepeatAsync(i, 2, reading, turn => ReadAsync(reader, ReadPages[(i + turn) % ReadPages.Length]))
            ),
            .. writers.Select((writer, i) => RepeatAsync(i, 3, writing, turn => WriteAsync(writer, i * 1000 + turn))),
        ]);
        Report.Head("database", "acts", "errors", "a second", "median", "p95", "p99");
        Line("read a page", reading);
        Line("take in and register a paper, every third time; else a note", writing);
        foreach (var fault in faults.Take(5))
            Console.WriteLine(fault);
        readers.Concat(writers).ToList().ForEach(v => v.Dispose());

        void Line(string what, ConcurrentBag<double> times) =>
            Report.Line(
                $"{provider}: {what}",
                $"{times.Count}",
                $"{faults.Count}",
                Report.Number(times.Count / Length.TotalSeconds),
                Report.Ms(Report.Median(times)),
                Report.Ms(Report.Percentile(times, 0.95)),
                Report.Ms(Report.Percentile(times, 0.99))
            );

        async Task RepeatAsync(int person, double pause, ConcurrentBag<double> times, Func<int, Task<double>> act)
        {
            var random = new Random(person);
            for (var turn = 0; watch.Elapsed < Length; turn++)
            {
                await Task.Delay(TimeSpan.FromSeconds(pause * (0.5 + random.NextDouble())));
                try
                {
                    times.Add(await act(turn));
                }
                catch (Exception fault) when (fault is HttpRequestException or InvalidOperationException or TaskCanceledException)
                {
                    faults.Add(fault.Message);
                }
            }
        }
    }

    private static async Task<List<Visitor>> SignedInAsync(RunningProgram program, int count, Func<int, string> userName)
    {
        List<Visitor> visitors = [];
        for (var i = 0; i < count; i++)
            visitors.Add(await program.SignedInAsync(userName(i), Federation.Password));
        return visitors;
    }

    private static async Task<double> ReadAsync(Visitor reader, string address)
    {
        var watch = Stopwatch.StartNew();
        using var response = await reader.Client.GetAsync(address);
        await response.Content.ReadAsByteArrayAsync();
        response.EnsureSuccessStatusCode();
        return watch.Elapsed.TotalMilliseconds;
    }

    /// <summary>Time of the press alone: the form was opened before.</summary>
    private static async Task<double> WriteAsync(Visitor clerk, int number)
    {
        if (number % 3 == 0)
            return await RegisterAsync(clerk, number);
        var list = await clerk.OpenAsync("/van-ban/den");
        var document = list.QuerySelectorAll("main a")
            .Select(a => a.GetAttribute("href"))
            .First(h => h is not null && h.StartsWith("/van-ban/den/0", StringComparison.Ordinal))!;
        var page = await clerk.OpenAsync(document);
        var watch = Stopwatch.StartNew();
        await clerk.SubmitAsync(page, "textarea[name='Note']", ("Note", $"Ghi chú thử tải {number}"));
        return (int)clerk.Status < 400
            ? watch.Elapsed.TotalMilliseconds
            : throw new InvalidOperationException($"Note: {clerk.Status} {clerk.Address}");
    }

    private static async Task<double> RegisterAsync(Visitor clerk, int number)
    {
        var form = await clerk.OpenAsync("/van-ban/den/tiep-nhan");
        var watch = Stopwatch.StartNew();
        byte[] paper = [.. File.ReadAllBytes(Decree30.PathOf("Phuluc5.docx")), .. BitConverter.GetBytes(number)];
        var page = await clerk.UploadAsync(form, "form[enctype]", [("Files", "cong-van.docx", paper)]);
        page = await clerk.SubmitAsync(
            page,
            "#vao-so .btn-primary",
            ("Input.NumberText", $"{number}/CV-PHUT"),
            ("Input.Issuer", "Cơ quan thử tải"),
            ("Input.Subject", $"Văn bản thử tải {number}")
        );
        return page.Body!.TextContent.Contains("Số đến:", StringComparison.Ordinal)
            ? watch.Elapsed.TotalMilliseconds
            : throw new InvalidOperationException($"Not registered: {clerk.Status} {clerk.Address}");
    }
}
