using AngleSharp.Html.Dom;
using DoanKet.Modules.Documents;
using DoanKet.Modules.Documents.Incoming;
using DoanKet.Modules.Documents.Shared;
using Microsoft.EntityFrameworkCore;
using static DoanKet.Testing.GivenFederation;

namespace DoanKet.Documents.Tests.Incoming;

/// <summary>Several documents registered or directed with one press.</summary>
public sealed class ManyTests(PagesApp app) : IClassFixture<PagesApp>
{
    private const string RegisterMany = "/van-ban/den/vao-so-nhieu",
        DirectMany = "/van-ban/den/chi-dao-nhieu";

    private static int _number = 500;

    /// <summary>A received file of which everything was read.</summary>
    private async Task<Guid> ReadPaperAsync(string? number = null, string? doubtful = null)
    {
        var id = await app.ReceiveAsync();
        number ??= $"{Interlocked.Increment(ref _number)}/SNV-TCCC";
        Dictionary<string, string> values = new()
        {
            [nameof(RegisterInput.NumberText)] = number,
            [nameof(RegisterInput.IssuedOn)] = "05/03/2026",
            [nameof(RegisterInput.Issuer)] = "Sở Nội vụ",
            [nameof(RegisterInput.KindCode)] = "CV",
            [nameof(RegisterInput.Subject)] = "V/v rà soát biên chế theo số " + number,
            [nameof(RegisterInput.SignerName)] = "Nguyễn Thử Nghiệm",
        };
        await app.InDbAsync(async db =>
        {
            await db.Readings.Where(r => r.IncomingId == id).ExecuteDeleteAsync();
            // As the reader leaves it, so that the same paper is found while both wait.
            (await db.Incoming.FirstAsync(d => d.Id == id)).DuplicateKey = NumberKeys.Duplicate(number, "Sở Nội vụ");
            db.Add(
                new IncomingReading
                {
                    IncomingId = id,
                    Status = "Read",
                    Values = IncomingReading.Write(values.ToDictionary(v => v.Key, v => new ReadValue(v.Value, v.Key == doubtful))),
                    ReadAt = DateTime.UtcNow,
                }
            );
            return await db.SaveChangesAsync();
        });
        return id;
    }

    private Task<IncomingDocument> RowAsync(Guid id) => app.InDbAsync(db => db.Incoming.AsNoTracking().FirstAsync(d => d.Id == id));

    private static IEnumerable<string> Ticked(IHtmlDocument page) =>
        page.QuerySelectorAll("input[name=Chosen]").Cast<IHtmlInputElement>().Where(i => i.IsChecked).Select(i => i.Value);

    private static KeyValuePair<string, string>[] Fields(IHtmlDocument page, params (string Name, string Value)[] more) =>
        [
            new("__RequestVerificationToken", ((IHtmlInputElement)page.QuerySelector("[name=__RequestVerificationToken]")!).Value),
            .. more.Select(m => new KeyValuePair<string, string>(m.Name, m.Value)),
        ];

    [Fact]
    public async Task What_was_read_for_certain_goes_into_the_book_at_once_and_the_rest_says_why_not()
    {
        var (first, second) = (await ReadPaperAsync(), await ReadPaperAsync());
        var doubtful = await ReadPaperAsync(doubtful: nameof(RegisterInput.SignerName));
        var unread = await app.ReceiveAsync();
        var number = $"{Interlocked.Increment(ref _number)}/SNV-TCCC";
        var (twice, again) = (await ReadPaperAsync(number), await ReadPaperAsync(number));
        using var clerk = app.Visit(Clerk);
        var page = await clerk.OpenAsync(RegisterMany);
        var ticked = Ticked(page).ToList();
        Assert.Contains(first.ToString(), ticked);
        Assert.Contains(second.ToString(), ticked);
        Assert.DoesNotContain(ticked, id => id == doubtful.ToString() || id == unread.ToString());
        Assert.Contains("Cần xem: người ký", page.Body!.TextContent, StringComparison.Ordinal);

        // What was not offered is not registered either, whoever sends it.
        var answer = await clerk.PostAsync(
            RegisterMany,
            Fields(page, [.. new[] { first, second, doubtful, unread, again }.Select(id => ("Chosen", id.ToString()))])
        );
        Assert.Contains("Đã vào sổ", answer.Body!.TextContent, StringComparison.Ordinal);
        var (one, two) = (await RowAsync(first), await RowAsync(second));
        // One line in the leader's bell for all of them.
        using var leader = app.Visit(Leader);
        var bell = (await leader.OpenAsync("/thong-bao")).Body!.TextContent;
        Assert.Contains($"2 văn bản đến chờ chỉ đạo, số đến {one.ArrivalNumber} đến {two.ArrivalNumber}", bell, StringComparison.Ordinal);
        Assert.DoesNotContain($"Văn bản đến số {one.ArrivalNumber} chờ chỉ đạo", bell, StringComparison.Ordinal);
        Assert.Equal((IncomingState.Registered, "Sở Nội vụ"), (one.State, one.Issuer));
        Assert.Equal(one.ArrivalNumber + 1, two.ArrivalNumber);
        Assert.Equal(new DateOnly(2026, 3, 5), two.IssuedOn);
        foreach (var left in new[] { doubtful, unread, twice, again })
            Assert.Equal(IncomingState.Arrived, (await RowAsync(left)).State);
    }

    [Fact]
    public async Task A_second_press_gives_no_second_number()
    {
        var id = await ReadPaperAsync();
        using var clerk = app.Visit(Clerk);
        var page = await clerk.OpenAsync(RegisterMany);
        var presses = await Task.WhenAll(
            Enumerable.Range(0, 2).Select(_ => clerk.PostAsync(RegisterMany, Fields(page, ("Chosen", id.ToString()))))
        );
        Assert.Equal(2, presses.Length);
        var numbers = await app.InDbAsync(db => db.History.CountAsync(e => e.DocumentId == id && e.Kind == EventKind.Registered));
        Assert.Equal(1, numbers);
    }

    [Fact]
    public async Task Papers_of_another_unit_are_not_registered()
    {
        var id = await ReadPaperAsync();
        using var other = app.Visit(OtherClerk);
        var page = await other.OpenAsync(RegisterMany);
        Assert.DoesNotContain(id.ToString(), Ticked(page));
        await other.PostAsync(RegisterMany, Fields(await other.OpenAsync("/"), ("Chosen", id.ToString())));
        Assert.Equal(IncomingState.Arrived, (await RowAsync(id)).State);
    }

    [Fact]
    public async Task One_directive_goes_to_all_that_were_ticked_and_changes_none_that_has_one()
    {
        var (first, second, left) = (await app.RegisteredAsync(), await app.RegisteredAsync(), await app.RegisteredAsync());
        var directed = await app.RegisteredAsync();
        var board = $"u:{app.Given.Board.Id}";
        Assert.True((await app.DirectAsync(directed, new() { Directive = "Ý kiến trước.", Lead = board })).Ok);
        using var leader = app.Visit(Leader);
        var page = await leader.OpenAsync(DirectMany);
        var refused = await leader.PostAsync(DirectMany, Fields(page, ("Input.Directive", "Giao Ban."), ("Input.Lead", board)));
        Assert.Contains("đánh dấu ít nhất một văn bản", refused.Body!.TextContent, StringComparison.Ordinal);
        var without = await leader.PostAsync(DirectMany, Fields(page, ("Chosen", first.ToString()), ("Input.Lead", board)));
        Assert.Contains("Hãy chọn một câu có sẵn", without.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains(first.ToString(), Ticked(without));

        await leader.PostAsync(
            DirectMany,
            Fields(
                page,
                ("Chosen", first.ToString()),
                ("Chosen", second.ToString()),
                ("Chosen", directed.ToString()),
                ("Input.Directive", "Giao Ban tham mưu."),
                ("Input.Lead", board)
            )
        );
        foreach (var id in new[] { first, second })
        {
            var row = await RowAsync(id);
            Assert.Equal((IncomingState.Directed, "Giao Ban tham mưu.", app.Given.Board.Id), (row.State, row.Directive, row.LeadUnitId));
        }
        Assert.Equal("Ý kiến trước.", (await RowAsync(directed)).Directive);
        Assert.Equal(IncomingState.Registered, (await RowAsync(left)).State);
    }
}
