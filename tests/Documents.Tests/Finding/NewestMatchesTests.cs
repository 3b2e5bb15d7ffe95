using DoanKet.Kernel;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Search;
using DoanKet.Modules.Documents;
using DoanKet.Modules.Documents.Finding;
using DoanKet.Modules.Documents.Shared;
using DoanKet.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DoanKet.Documents.Tests.Finding;

/// <summary>To look through the newest documents gives what the index gives, in the order of the list.</summary>
public sealed class NewestMatchesTests(PostgreSqlApp app, SqliteApp sqlite) : IClassFixture<PostgreSqlApp>, IClassFixture<SqliteApp>
{
    private const int Documents = 1200,
        Page = 51;

    /// <summary>Words that stand in every, in every seventh, in every hundredth and in one document.</summary>
    [Theory]
    [
        InlineData("van ban", true),
        InlineData("thu bay", true),
        InlineData("thu tram", false),
        InlineData("dau tien", false),
        InlineData("khong co", false)
    ]
    public async Task Common_words_are_found_as_by_the_index_and_rare_ones_are_left_to_it(string typed, bool isCommon)
    {
        await FillAsync(app);
        await app.InScopeAsync(async services =>
        {
            var rows = NewestFirst(services.GetRequiredService<UnionDb>(), app);
            var index = services.GetRequiredService<SearchIndex>();
            var texts = (await index.FindAsync([new(DocumentSections.Incoming, app.Given.District.Path)], typed, default))!;
            var byIndex = await rows.Where(d => texts.Ids.Contains(d.SearchId!.Value)).Take(Page).Select(d => d.Id).ToListAsync();
            var looked = await NewestMatches.LookThroughAsync(rows, index.Searched(typed)!, Page, default);
            if (looked is not null)
                Assert.Equal(byIndex, looked);
            Assert.True(!isCommon || looked is not null);
            return true;
        });
    }

    [Fact]
    public async Task Sqlite_finds_a_text_only_by_its_words() =>
        await sqlite.InScopeAsync(async services =>
        {
            var rows = NewestFirst(services.GetRequiredService<UnionDb>(), sqlite);
            var index = services.GetRequiredService<SearchIndex>();
            SearchPlace place = new(DocumentSections.Incoming, sqlite.Given.District.Path);
            Assert.Null(await NewestMatches.FindAsync(rows, index, [place], "van ban", Page, default));
            return true;
        });

    private static IQueryable<IncomingDocument> NewestFirst(UnionDb db, UnionApp app) =>
        db
            .Incoming.AsNoTracking()
            .Where(d => d.UnitId == app.Given.District.Id)
            .OrderByDescending(d => d.ReceivedAt)
            .ThenByDescending(d => d.Id);

    private static Task<bool> FillAsync(UnionApp app) =>
        app.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<UnionDb>();
            var unit = app.Given.District;
            if (await db.Incoming.CountAsync(d => d.UnitId == unit.Id) >= Documents)
                return true;
            var index = services.GetRequiredService<SearchIndex>();
            for (var i = 0; i < Documents; i++)
            {
                var text = "văn bản" + (i % 7 == 0 ? " thứ bảy" : "") + (i % 100 == 0 ? " thứ trăm" : "") + (i == 0 ? " đầu tiên" : "");
                var content = new DocumentContent
                {
                    Id = Ids.New(),
                    SearchId = await index.AddAsync(DocumentSections.ReceivedBy([unit.Path]), text, default),
                };
                db.Add(content);
                db.Add(
                    new IncomingDocument
                    {
                        Id = Ids.New(),
                        UnitId = unit.Id,
                        ContentId = content.Id,
                        SearchId = content.SearchId,
                        ReceivedAt = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddMinutes(i),
                    }
                );
            }
            await db.SaveChangesAsync();
            return true;
        });
}
