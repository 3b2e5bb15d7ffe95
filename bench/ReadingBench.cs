using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using DoanKet.DocumentReading;
using DoanKet.OfficialFormat;
using DoanKet.Testing.Letters;
using Microsoft.Playwright;

namespace DoanKet.Bench;

/// <summary>
/// Reads thousands of made-up letters, a third each as Word files, as PDF of a word processor and as PDF of a browser, and counts what
/// was read right, by the layouts that the reader was written with and by those kept out of it.
/// </summary>
internal static class ReadingBench
{
    private const int Batch = 60;

    public static Command Command()
    {
        var letters = new Option<int>("--letters") { DefaultValueFactory = _ => 2000 };
        var folder = new Option<string?>("--folder") { Description = "Keeps the letters, and takes those that are there already" };
        var seed = new Option<int>("--seed") { DefaultValueFactory = _ => 2026 };
        var wrong = new Option<string?>("--wrong")
        {
            Description = "Shows what was read wrong: a field's name, only of layouts not held out",
        };
        var command = new Command("reading", "How much of 2,000 letters is read right") { letters, folder, seed, wrong };
        command.SetAction(async parse =>
        {
            Report.Machine();
            var place = parse.GetValue(folder) ?? Directory.CreateTempSubdirectory("doanket-letters-").FullName;
            await RunAsync(parse.GetValue(letters), parse.GetValue(seed), place, parse.GetValue(wrong));
            if (parse.GetValue(wrong) is null)
                await TimeAsync(place);
            if (parse.GetValue(folder) is null)
                Directory.Delete(place, recursive: true);
        });
        return command;
    }

    private sealed record Paper(Letter Letter, LetterLayout Layout, string Path);

    private static async Task RunAsync(int count, int seed, string folder, string? wrong)
    {
        var maker = new LetterMaker(seed);
        var papers = Enumerable.Range(0, count).Select(i => Name(maker.Next(), i, folder)).ToList();
        Directory.CreateDirectory(folder);
        await WriteAsync([.. papers.Where(p => !File.Exists(p.Path))], folder);

        var watch = Stopwatch.StartNew();
        var fields = papers.AsParallel().AsOrdered().Select(paper => (paper, Read: Score(paper))).ToList();
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{count} letters read in {watch.Elapsed.TotalSeconds:F1} s, without child processes"
            )
        );
        foreach (var heldOut in (bool[])[false, true])
            Table(heldOut ? "layouts kept out" : "layouts built with", [.. fields.Where(f => f.paper.Layout.HeldOut == heldOut)]);
        Certainties(fields.SelectMany(f => f.Read));
        foreach (var (paper, read) in fields.Where(f => !f.paper.Layout.HeldOut))
        foreach (var field in read.Where(f => f.Name == wrong && !f.Right))
            Console.WriteLine(
                $"{Path.GetFileName(paper.Path)} {(field.Sure ? "SURE " : "")}\n   stands: {field.Expected}\n   read:   {field.Read}"
            );
    }

    private static Paper Name(Letter letter, int index, string folder)
    {
        var layout = LetterLayout.All[index % LetterLayout.All.Count];
        var writer = (layout.WordOnly ? 2 : index / LetterLayout.All.Count % 3) switch
        {
            0 => "browser.pdf",
            1 => "office.pdf",
            _ => "word.docx",
        };
        return new(letter, layout, Path.Combine(folder, $"{index:0000}-{layout.Name}-{writer}"));
    }

    private static async Task WriteAsync(IReadOnlyList<Paper> papers, string folder)
    {
        foreach (var paper in papers.Where(p => !p.Path.EndsWith("browser.pdf", StringComparison.Ordinal)))
            await File.WriteAllBytesAsync(Path.ChangeExtension(paper.Path, ".docx"), LetterDocx.Write(paper.Letter, paper.Layout));
        foreach (var batch in papers.Where(p => p.Path.EndsWith("office.pdf", StringComparison.Ordinal)).Chunk(Batch))
            await ConvertAsync(batch, folder);
        var browsed = papers.Where(p => p.Path.EndsWith("browser.pdf", StringComparison.Ordinal)).ToList();
        if (browsed.Count == 0)
            return;
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(
            new()
            {
                ExecutablePath = Environment.GetEnvironmentVariable("DOANKET_CHROMIUM") ?? "/usr/bin/chromium",
                Args = ["--no-sandbox", "--disable-gpu"],
            }
        );
        var page = await browser.NewPageAsync();
        foreach (var paper in browsed)
        {
            await page.SetContentAsync(LetterHtml.Write(paper.Letter, paper.Layout));
            await page.PdfAsync(new() { Path = paper.Path, PreferCSSPageSize = true });
        }
    }

    private static async Task ConvertAsync(IReadOnlyList<Paper> papers, string folder)
    {
        var word = papers.Select(p => Path.ChangeExtension(p.Path, ".docx")).ToList();
        using var office = Process.Start("soffice", ["--headless", "--convert-to", "pdf", "--outdir", folder, .. word])!;
        await office.WaitForExitAsync();
        word.ForEach(File.Delete);
    }

    /// <summary>One file of three pages as the published program reads it, beside the peer that only takes out the text.</summary>
    private static async Task TimeAsync(string folder)
    {
        var paper = Directory.EnumerateFiles(folder, "*-long-browser.pdf").Order(StringComparer.Ordinal).First();
        var published = Directory.CreateTempSubdirectory("doanket-published-").FullName;
        var command = new ReaderCommand("dotnet", [await Published.IntoAsync(published), "read-file"]);
        Report.Head("a PDF of 3 pages, child process included", "median", "slowest");
        await RepeatAsync("the program", async () => await IsolatedReader.ReadAsync(paper, command, TimeSpan.FromMinutes(1), default));
        await RepeatAsync("pdftotext -layout", () => Published.DoAsync("pdftotext", ["-layout", paper, "-"]));
        Directory.Delete(published, recursive: true);
    }

    private static async Task RepeatAsync(string what, Func<Task> act)
    {
        List<double> times = [];
        for (var i = 0; i < 21; i++)
        {
            var watch = Stopwatch.StartNew();
            await act();
            times.Add(watch.Elapsed.TotalMilliseconds);
        }
        Report.Line(what, Report.Ms(Report.Median(times)), Report.Ms(times.Max()));
    }

    private static IReadOnlyList<ReadField> Score(Paper paper) =>
        LetterScore.Of(paper.Letter, Read(DocumentReader.Read(paper.Path, ReadingLimits.Default)));

    private static OfficialReading Read(ReadResult text) => OfficialReader.Read(text.Heading, text.Text);

    private static void Table(string title, IReadOnlyList<(Paper Paper, IReadOnlyList<ReadField> Read)> papers)
    {
        Report.Head(
            $"{title}, {papers.Count} letters",
            "right",
            "in Word",
            "in PDF of office",
            "in PDF of browser",
            "shown as sure",
            "of these wrong"
        );
        var all = papers.SelectMany(p => p.Read.Select(field => (Ending: Ending(p.Paper), field))).ToList();
        foreach (var field in all.GroupBy(f => f.field.Name).Append(all.GroupBy(_ => "all").First()))
        {
            Report.Line(
                field.Key,
                Share(field, f => f.field.Right),
                Share(field.Where(f => f.Ending == "word.docx"), f => f.field.Right),
                Share(field.Where(f => f.Ending == "office.pdf"), f => f.field.Right),
                Share(field.Where(f => f.Ending == "browser.pdf"), f => f.field.Right),
                Share(field, f => f.field.Sure),
                Share(field.Where(f => f.field.Sure), f => !f.field.Right)
            );
        }
    }

    /// <summary>What <c>Reading.Certainty</c> promises, against what came true.</summary>
    private static void Certainties(IEnumerable<ReadField> fields)
    {
        Report.Head("confidence", "values", "right");
        foreach (var level in fields.Where(f => f.Confidence is not null).GroupBy(f => f.Confidence).OrderByDescending(g => g.Key))
            Report.Line($"{level.Key}", Report.Number(level.Count()), Share(level, f => f.Right));
    }

    private static string Ending(Paper paper) => Path.GetFileName(paper.Path).Split('-')[^1];

    private static string Share<T>(IEnumerable<T> all, Func<T, bool> counts)
    {
        var list = all.ToList();
        return list.Count == 0 ? "–" : string.Create(CultureInfo.InvariantCulture, $"{100.0 * list.Count(counts) / list.Count:F2} %");
    }
}
