using System.Net;
using DoanKet.Modules.Documents.Shared;
using DoanKet.Pades;
using DoanKet.Testing;
using DoanKet.Testing.Signatures;
using static DoanKet.Testing.GivenFederation;

namespace DoanKet.Documents.Tests.Outgoing;

public sealed class SignaturePlaceTestsOnSqlite(RemoteSealOnSqlite app) : SignaturePlaceTests(app), IClassFixture<RemoteSealOnSqlite>;

public sealed class SignaturePlaceTestsOnPostgreSql(RemoteSealOnPostgreSql app)
    : SignaturePlaceTests(app),
        IClassFixture<RemoteSealOnPostgreSql>;

/// <summary>The picture of a signature stands where the paper tells, or where its owner has put it.</summary>
public abstract class SignaturePlaceTests(RemoteSealApp app) : IDisposable
{
    private const string Form = "form[data-primary]";

    private const double Millimetre = 72 / 25.4;

    private readonly Visitor _leader = app.Visit(Leader);

    [Fact]
    public async Task A_picture_that_was_moved_stands_there_when_it_is_signed()
    {
        await DigitalPaper.AddKeyAsync(_leader);
        var address = await app.ApprovedAsync(DigitalPaper.Letter(), "huong-dan.pdf");
        var place = (await _leader.OpenAsync(address)).QuerySelector("a[href$='/cho-ky']")!.GetAttribute("href")!;
        var page = await _leader.OpenAsync(place);
        Assert.Contains("theo họ tên in trên văn bản", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, page.QuerySelectorAll("[data-spot] image").Length);

        // Nowhere but on the page.
        page = await _leader.SubmitAsync(page, Form, ("Left", "500"), ("Bottom", "30"), ("PictureWidth", "50"));
        Assert.Contains("nằm trọn trong trang", page.QuerySelector(".dk-errors")!.TextContent, StringComparison.Ordinal);
        await _leader.SubmitAsync(page, Form, ("Left", "20.5"), ("Bottom", "30"), ("PictureWidth", "50"));
        page = await _leader.OpenAsync(place);
        Assert.Contains("anh/chị đã chọn", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("20.5", page.QuerySelector("[name=Left]")!.GetAttribute("value"));

        await SignAsync(address);
        var picture = await PictureAsync(address);
        Assert.Equal(20.5 * Millimetre, picture.X, 0.1);
        Assert.Equal(30 * Millimetre, picture.Y, 0.1);
        Assert.Equal(50 * Millimetre, picture.Width, 0.1);
        // 200 to 80, as the picture is.
        Assert.Equal(20 * Millimetre, picture.Height, 0.1);
        // It is signed: there is nothing to move any more.
        await _leader.OpenAsync(place);
        Assert.EndsWith(address, _leader.Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Moved_back_it_stands_over_the_name_and_so_in_a_round()
    {
        await DigitalPaper.AddKeyAsync(_leader);
        // Another paper than the one of the other test: where a picture stands goes with the file.
        var address = await app.ApprovedAsync(DigitalPaper.Letter("Số:       /KH-LĐLĐ"), "huong-dan.pdf");
        var page = await _leader.OpenAsync(address + "/cho-ky");
        var (left, bottom) = (Value(page, "Left"), Value(page, "Bottom"));
        await _leader.SubmitAsync(page, Form, ("Left", "20"), ("Bottom", "30"), ("PictureWidth", "50"));
        await _leader.SubmitAsync(await _leader.OpenAsync(address + "/cho-ky"), "form[action*=Reset]");

        await SignInTrayAsync(address);

        var picture = await PictureAsync(address);
        Assert.Equal(left * Millimetre, picture.X, 0.3);
        Assert.Equal(bottom * Millimetre, picture.Y, 0.3);
    }

    [Fact]
    public async Task It_is_moved_by_whoever_signs_alone()
    {
        var address = await app.ApprovedAsync(DigitalPaper.Letter(), "huong-dan.pdf");
        using var specialist = app.Visit(Specialist);
        using var other = app.Visit(OtherClerk);

        await specialist.OpenAsync(address + "/cho-ky");
        Assert.EndsWith(address, specialist.Address, StringComparison.Ordinal);
        await other.GetAsync(address + "/cho-ky");
        Assert.Equal(HttpStatusCode.NotFound, other.Status);
    }

    public void Dispose()
    {
        _leader.Dispose();
        GC.SuppressFinalize(this);
    }

    private static double Value(AngleSharp.Html.Dom.IHtmlDocument page, string name) =>
        double.Parse(page.QuerySelector($"[name={name}]")!.GetAttribute("value")!, System.Globalization.CultureInfo.InvariantCulture);

    private async Task SignAsync(string address)
    {
        await _leader.SubmitAsync(await _leader.OpenAsync(address), DigitalPaper.Sign, ("secret", TestPki.Password), ("confirmed", "true"));
        Assert.Equal(OutgoingState.Signed, await app.StateAsync(address));
    }

    private async Task SignInTrayAsync(string address)
    {
        var tray = await _leader.OpenAsync("/van-ban/di/ky");
        var tick = tray.QuerySelectorAll("input[name=Chosen]")
            .Single(one => one.GetAttribute("value")!.StartsWith(address.Split('/')[^1], StringComparison.Ordinal));
        await _leader.SubmitAsync(tray, Form, ("Chosen", tick.GetAttribute("value")!), ("Secret", TestPki.Password), ("Confirmed", "true"));
        await _leader.UntilAsync(_leader.Address, "Đã ký 1/1");
    }

    private async Task<PageRectangle> PictureAsync(string address)
    {
        var file = await _leader.Client.GetByteArrayAsync(address + "/tep/1");
        return PdfPages.FieldsOf(PdfSource.FromBytes(file)).Single(field => field.IsSignature).Place;
    }
}
