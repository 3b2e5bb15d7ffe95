using System.Net;
using System.Net.Http.Headers;
using DoanKet.Testing;
using static DoanKet.Testing.GivenFederation;

namespace DoanKet.Host.Tests.Store;

/// <summary>The program with its files in an S3-compatible store that fails in every way a store fails.</summary>
public sealed class StoreTests(StoreApp app, WrongKeyApp wrongKey) : IClassFixture<StoreApp>, IClassFixture<WrongKeyApp>
{
    private const string Intake = "/van-ban/den/tiep-nhan";

    [Fact]
    public async Task A_file_comes_back_whole_and_in_parts()
    {
        using var clerk = app.Visit(Clerk);
        var content = Paper();
        var file = await TakenInAsync(clerk, content);
        Assert.Equal(content, await clerk.Client.GetByteArrayAsync(file));
        // Slow enough that the store can't send all of it before the reader has what it wanted.
        app.Line.Pause = TimeSpan.FromMilliseconds(20);
        var before = app.Line.Carried;
        using var request = new HttpRequestMessage(HttpMethod.Get, file)
        {
            Headers = { Range = new RangeHeaderValue(1_000_000, 1_000_099) },
        };
        var part = await clerk.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.PartialContent, part.StatusCode);
        Assert.Equal(content[1_000_000..1_000_100], await part.Content.ReadAsByteArrayAsync());
        app.Line.Pause = TimeSpan.Zero;
        // Neither the million bytes before it nor all behind it.
        Assert.InRange(app.Line.Carried - before, 100, 1_000_000);
    }

    [Theory]
    [InlineData(true), InlineData(false)]
    public async Task A_store_that_is_down_or_frozen_is_named_and_the_rest_goes_on(bool frozen)
    {
        using var clerk = app.Visit(Clerk);
        var file = await TakenInAsync(clerk, Paper());
        Action fail = frozen ? app.Line.Freeze : app.Line.Cut,
            mend = frozen ? app.Line.Thaw : app.Line.Mend;
        fail();
        try
        {
            var page = await clerk.GetAsync(file);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, clerk.Status);
            Assert.Contains("Kho tệp không trả lời", page.Body!.TextContent, StringComparison.Ordinal);
            await NothingIsTakenInAsync(app, clerk);
        }
        finally
        {
            mend();
        }
        await clerk.OpenAsync("/health/ready");
        Assert.Equal(HttpStatusCode.OK, (await clerk.Client.GetAsync(file)).StatusCode);
    }

    [Fact]
    public async Task A_slow_store_keeps_nobody_from_the_whole_file()
    {
        using var clerk = app.Visit(Clerk);
        var content = Paper();
        var file = await TakenInAsync(clerk, content);
        // 125 pieces with a pause each: longer than the time for an answer, and yet it goes on all the time.
        app.Line.Pause = TimeSpan.FromMilliseconds(20);
        try
        {
            Assert.Equal(content, await clerk.Client.GetByteArrayAsync(file));
        }
        finally
        {
            app.Line.Pause = TimeSpan.Zero;
        }
    }

    [Fact]
    public async Task A_key_that_the_store_does_not_accept_is_no_file_that_is_missing()
    {
        using var clerk = wrongKey.Visit(Clerk);
        await NothingIsTakenInAsync(wrongKey, clerk);
    }

    private static byte[] Paper()
    {
        var bytes = new byte[2_000_000];
        Random.Shared.NextBytes(bytes);
        return bytes;
    }

    /// <summary>Takes a paper in; the address of its file.</summary>
    private static async Task<string> TakenInAsync(Visitor clerk, byte[] content)
    {
        await clerk.UploadAsync(await clerk.OpenAsync(Intake), "form[enctype]", [("Files", "quet.bin", content)]);
        Assert.EndsWith("/vao-so", clerk.Address, StringComparison.Ordinal);
        return clerk.Address[..^"/vao-so".Length] + "/tep/1";
    }

    /// <summary>The clerk is told so, the health page says it, and what needs no file works.</summary>
    private static async Task NothingIsTakenInAsync(StoreApp app, Visitor clerk)
    {
        using var watcher = app.Stranger();
        await watcher.GetAsync("/health/ready");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, watcher.Status);
        var page = await clerk.UploadAsync(await clerk.OpenAsync(Intake), "form[enctype]", [("Files", "quet.bin", Paper())]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, clerk.Status);
        Assert.Contains("kho tệp không trả lời", page.Body!.TextContent, StringComparison.Ordinal);
        await clerk.OpenAsync("/van-ban/den");
    }
}
