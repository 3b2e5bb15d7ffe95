using System.Net;
using DoanKet.Modules.Documents.Shared;
using DoanKet.Pades;
using DoanKet.Testing;
using DoanKet.Testing.Signatures;
using Microsoft.EntityFrameworkCore;
using static DoanKet.Testing.GivenFederation;

namespace DoanKet.Documents.Tests.Outgoing;

public sealed class RemoteSealTestsOnSqlite(RemoteSealOnSqlite app) : RemoteSealTests(app), IClassFixture<RemoteSealOnSqlite>;

public sealed class RemoteSealTestsOnPostgreSql(RemoteSealOnPostgreSql app) : RemoteSealTests(app), IClassFixture<RemoteSealOnPostgreSql>;

/// <summary>The agency's key is not on the server: number and seal come once it has signed, and not before.</summary>
public abstract class RemoteSealTests(RemoteSealApp app) : IDisposable
{
    private const string Form = "form[data-primary]";

    private readonly Visitor _clerk = app.Visit(Clerk);

    [Fact]
    public async Task What_goes_out_bears_number_day_and_seal_and_is_valid_twice()
    {
        await RegisterAsync();
        var letter = DigitalPaper.Letter();
        var address = await app.SignedAsync(letter);

        var page = await _clerk.SubmitAsync(await _clerk.OpenAsync(address + "/dong-dau"), Form, ("Secret", FakeProvider.Pin));
        Assert.Null(page.QuerySelector(".dk-errors")?.TextContent);
        await _clerk.UntilAsync(_clerk.Address, "Đã ký 1/1");

        var document = await DocumentAsync(address);
        Assert.NotNull(document.SealedAt);
        var file = await _clerk.Client.GetByteArrayAsync(address + "/tep/1");
        Assert.Equal(letter, file[..letter.Length]);
        var report = PdfVerifier.Verify(PdfSource.FromBytes(file), new() { At = TestPki.Now, Trust = TestPki.Shared.Trust });
        Assert.Equal((OverallVerdict.Valid, 2), (report.Overall, report.Signatures.Count));
        var fields = PdfPages.FieldsOf(PdfSource.FromBytes(file));
        Assert.Equal(["so", "ngay", "thang"], fields.Where(field => !field.IsSignature && field.IsFilled).Select(field => field.Name));
        Assert.Contains(
            "Chữ ký số cơ quan từ xa",
            (await _clerk.OpenAsync(address)).QuerySelector("main")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Appendices_are_signed_in_the_same_round()
    {
        await RegisterAsync();
        var table = new SmallPdf().Bytes();
        var address = await app.SignedAsync(DigitalPaper.Letter(), annexes: [("bieu.pdf", table)]);

        await _clerk.SubmitAsync(await _clerk.OpenAsync(address + "/dong-dau"), Form, ("Secret", FakeProvider.Pin));
        await _clerk.UntilAsync(_clerk.Address, "Đã ký 2/2");

        Assert.NotNull((await DocumentAsync(address)).SealedAt);
        var file = await _clerk.Client.GetByteArrayAsync(address + "/tep/2");
        Assert.Equal(table, file[..table.Length]);
        var report = PdfVerifier.Verify(PdfSource.FromBytes(file), new() { At = TestPki.Now, Trust = TestPki.Shared.Trust });
        Assert.Equal((OverallVerdict.Valid, 1), (report.Overall, report.Signatures.Count));
    }

    [Fact]
    public async Task More_than_the_provider_takes_at_once_is_signed_in_turns_and_the_seal_comes_last()
    {
        await RegisterAsync();
        byte[] other = [.. new SmallPdf().Bytes(), .. "%\n"u8];
        var address = await app.SignedAsync(DigitalPaper.Letter(), annexes: [("mot.pdf", new SmallPdf().Bytes()), ("hai.pdf", other)]);

        await _clerk.SubmitAsync(await _clerk.OpenAsync(address + "/dong-dau"), Form, ("Secret", FakeProvider.Pin));
        await _clerk.UntilAsync(_clerk.Address, "Đã ký 2/2");
        Assert.Null((await DocumentAsync(address)).SealedAt);
        await _clerk.SubmitAsync(await _clerk.OpenAsync(address + "/dong-dau"), Form, ("Secret", FakeProvider.Pin));
        await _clerk.UntilAsync(_clerk.Address, "Đã ký 1/1");

        Assert.NotNull((await DocumentAsync(address)).SealedAt);
        Assert.Contains("ký 2 phụ lục", (await _clerk.OpenAsync(address)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_that_was_not_sealed_is_held_for_the_next_try()
    {
        await RegisterAsync();
        var address = await app.SignedAsync(DigitalPaper.Letter());
        await _clerk.SubmitAsync(await _clerk.OpenAsync(address + "/dong-dau"), Form, ("Secret", "sai"));
        var round = _clerk.Address;
        await _clerk.UntilAsync(round, "từ chối");
        var held = await DocumentAsync(address);
        Assert.Equal(OutgoingState.Signed, held.State);
        Assert.NotEqual("", held.NumberText);
        Assert.Null(held.SealedAt);

        // Given up, and sealed from the page of the document once more.
        await _clerk.SubmitAsync(await _clerk.OpenAsync(round), "form[action*=End]");
        await _clerk.SubmitAsync(await _clerk.OpenAsync(address + "/dong-dau"), Form, ("Secret", FakeProvider.Pin));
        await _clerk.UntilAsync(_clerk.Address, "Đã ký 1/1");

        var document = await DocumentAsync(address);
        Assert.Equal(held.NumberText, document.NumberText);
        Assert.NotNull(document.SealedAt);
    }

    [Fact]
    public async Task What_cannot_bear_the_number_gets_none()
    {
        await RegisterAsync();
        var address = await app.SignedAsync(DigitalPaper.Letter("Số: 99/HD-LĐLĐ"));

        var page = await _clerk.SubmitAsync(await _clerk.OpenAsync(address + "/dong-dau"), Form, ("Secret", FakeProvider.Pin));

        Assert.Contains("không có chỗ trống", page.QuerySelector(".dk-errors")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("", (await DocumentAsync(address)).NumberText);
    }

    [Fact]
    public async Task A_copy_is_signed_and_takes_its_number_then()
    {
        await RegisterAsync();
        var paper = (await app.IssuedOnPaperAsync()).Id;

        var page = await _clerk.OpenAsync($"/van-ban/sao/moi?di={paper}");
        page = await _clerk.SubmitAsync(page, Form, ("Purpose", "Gửi Sở Nội vụ"), ("Secret", FakeProvider.Pin));
        Assert.Null(page.QuerySelector(".dk-errors")?.TextContent);
        await _clerk.UntilAsync(_clerk.Address, "Đã ký 1/1");

        var copy = await app.InDbAsync(db => db.Set<DocumentCopy>().AsNoTracking().SingleAsync(c => c.OutgoingId == paper));
        Assert.Equal("Gửi Sở Nội vụ", copy.Purpose);
        Assert.NotEqual(0, copy.Number);
        Assert.Contains(copy.NumberText, (await _clerk.OpenAsync("/van-ban/sao")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_key_of_the_office_is_registered_by_its_clerk_alone()
    {
        using var leader = app.Visit(Leader);
        await leader.SubmitAsync(await leader.OpenAsync("/chu-ky-so/tu-xa?coQuan=true"), Form, ("Number", FakeProvider.Customer));
        Assert.Equal(HttpStatusCode.NotFound, leader.Status);
        await leader.SubmitAsync(await leader.OpenAsync("/chu-ky-so/token?coQuan=true"), Form);
        Assert.Equal(HttpStatusCode.NotFound, leader.Status);
    }

    public void Dispose()
    {
        _clerk.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>The unit's certificate at the provider, with its seal.</summary>
    private async Task RegisterAsync()
    {
        if ((await _clerk.OpenAsync(DigitalPaper.AgencyKey)).QuerySelector("#chung-thu") is not null)
            return;
        var choices = await _clerk.SubmitAsync(
            await _clerk.OpenAsync("/chu-ky-so/tu-xa?coQuan=true"),
            Form,
            ("Number", FakeProvider.Customer)
        );
        await _clerk.SubmitAsync(choices, "form[action*=Choose]", ("Pin", FakeProvider.Pin));
        await _clerk.UntilAsync(_clerk.Address, "Đã đăng ký");
        await DigitalPaper.AddSealAsync(_clerk);
    }

    private Task<OutgoingDocument> DocumentAsync(string address)
    {
        var id = Guid.Parse(address.Split('/')[^1]);
        return app.InDbAsync(db => db.Set<OutgoingDocument>().AsNoTracking().FirstAsync(d => d.Id == id));
    }
}
