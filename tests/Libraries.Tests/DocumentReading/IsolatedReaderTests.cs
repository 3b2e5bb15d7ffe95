using DoanKet.DocumentReading;
using DoanKet.Testing;

namespace DoanKet.Libraries.Tests.DocumentReading;

public sealed class IsolatedReaderTests
{
    private static readonly string Decree = Decree30.PathOf("30_2020_ND_CP.pdf");

    [Fact]
    public async Task A_child_that_hangs_is_killed()
    {
        using var trace = new TemporaryFile([]);
        var result = await IsolatedReader.ReadAsync(Decree, Shell($"echo $$ > {trace.Path}; sleep 600"), TimeSpan.FromSeconds(1), default);
        Assert.Equal(ReadStatus.TooSlow, result.Status);
        var id = int.Parse(await File.ReadAllTextAsync(trace.Path));
        Assert.DoesNotContain("sleep", File.Exists($"/proc/{id}/cmdline") ? await File.ReadAllTextAsync($"/proc/{id}/cmdline") : "");
    }

    [Theory]
    [InlineData("kill -9 $$", ReadStatus.TooLarge)]
    [InlineData("echo 'Out of memory.' >&2; exit 134", ReadStatus.TooLarge)]
    [InlineData("echo 'Stack overflow.' >&2; exit 134", ReadStatus.Damaged)]
    [InlineData("echo not json", ReadStatus.Damaged)]
    [InlineData("yes | head -c 20000000", ReadStatus.Damaged)]
    [InlineData("""echo '{"Status":"NoText","Pages":3}'""", ReadStatus.NoText)]
    public async Task Every_end_of_the_child_is_a_status(string script, ReadStatus status) =>
        Assert.Equal(status, (await IsolatedReader.ReadAsync(Decree, Shell(script), TimeSpan.FromMinutes(1), default)).Status);

    [Fact]
    public async Task What_the_child_writes_is_what_was_read()
    {
        using var answer = new MemoryStream();
        await ReaderChild.RunAsync(Decree, answer, default);
        using var file = new TemporaryFile(answer.ToArray());
        var result = await IsolatedReader.ReadAsync(Decree, Shell($"cat {file.Path}"), TimeSpan.FromMinutes(1), default);
        var read = DocumentReader.Read(Decree, ReadingLimits.Default);
        Assert.Equal(read.Places, result.Places);
        Assert.Equal(read with { Places = result.Places }, result);
    }

    [Fact]
    public async Task Giving_up_kills_the_child_and_is_no_status()
    {
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            IsolatedReader.ReadAsync(Decree, Shell("sleep 600"), TimeSpan.FromMinutes(5), stop.Token)
        );
    }

    [Fact]
    public async Task A_page_is_drawn_in_the_width_asked_for_and_a_page_that_is_not_there_is_not()
    {
        Assert.SkipUnless(PageImages.IsAvailable, "poppler (pdftoppm) is not installed");
        using var place = new TemporaryFile([]);
        var image = place.Path + ".jpg";
        Assert.False(await PageImages.RenderAsync(Decree, 21, 200, image, default));
        Assert.False(File.Exists(image));
        Assert.True(await PageImages.RenderAsync(Decree, 20, 200, image, default));
        using var stream = File.OpenRead(image);
        Assert.Equal(FileKind.Jpeg, FileSniffer.Detect(stream));
    }

    private static ReaderCommand Shell(string script) => new("/bin/sh", ["-c", script]);
}
