using DoanKet.Kernel;
using DoanKet.Kernel.Catalogues;
using DoanKet.Kernel.Numbering;
using DoanKet.Kernel.Search;
using DoanKet.Modules.Documents;
using DoanKet.Modules.Documents.Incoming;
using DoanKet.Modules.Documents.Shared;
using DoanKet.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DoanKet.Documents.Tests.Incoming;

public sealed class RegisterOnSqlite(SqliteApp app) : RegisterTests(app), IClassFixture<SqliteApp>;

public sealed class RegisterOnPostgreSql(PostgreSqlApp app) : RegisterTests(app), IClassFixture<PostgreSqlApp>;

public abstract class RegisterTests(UnionApp app)
{
    private Task<IncomingDocument> RowAsync(Guid id) => app.InDbAsync(db => db.Incoming.AsNoTracking().FirstAsync(d => d.Id == id));

    [Fact]
    public async Task Fifty_registrations_at_once_leave_no_gap_and_no_double()
    {
        var documents = new List<Guid>();
        for (var i = 0; i < 50; i++)
            documents.Add(await app.ReceiveAsync(GivenFederation.OtherClerk));
        var taken = await Task.WhenAll(documents.Select(id => Task.Run(() => app.RegisterAsync(id, clerk: GivenFederation.OtherClerk))));
        Assert.Equal(Enumerable.Range(1, 50), taken.Select(r => r.Value).Order());
    }

    [Fact]
    public async Task Two_clerks_registering_the_same_document_at_the_same_second_enter_it_once()
    {
        var id = await app.ReceiveAsync(GivenFederation.DistrictClerk);
        var results = await Task.WhenAll(
            Enumerable.Range(0, 2).Select(_ => Task.Run(() => app.RegisterAsync(id, clerk: GivenFederation.DistrictClerk)))
        );
        var number = Assert.Single(results, r => r.Ok).Value;
        Assert.Contains($"số đến {number}", Assert.Single(results, r => !r.Ok).Message);
        var next = await app.RegisterAsync(await app.ReceiveAsync(GivenFederation.DistrictClerk), clerk: GivenFederation.DistrictClerk);
        Assert.Equal(number + 1, next.Value);
    }

    [Fact]
    public async Task A_registered_document_stands_in_the_book_of_the_vietnamese_year_and_is_found_without_tone_marks()
    {
        var id = await app.ReceiveAsync();
        var number = (await app.RegisterAsync(id, Office.Form("77/KH-LĐLĐ", subject: "Kế hoạch phát triển đoàn viên"))).Value;
        var row = await RowAsync(id);
        Assert.Equal(
            (IncomingState.Registered, 2026, number, new DateOnly(2026, 3, 10)),
            (row.State, row.BookYear, row.ArrivalNumber, row.ArrivalDate)
        );
        var found = await app.InScopeAsync(services =>
            services
                .GetRequiredService<SearchIndex>()
                .FindAsync([new(DocumentSections.Incoming, app.Given.Federation.Path)], "phat trien doan vien 77", default)
        );
        Assert.Equal(row.SearchId, Assert.Single(found!.Ids));
    }

    [Fact]
    public async Task The_same_number_symbol_and_body_is_refused_until_the_clerk_confirms()
    {
        var form = Office.Form("05/BNV-VP", "Bộ Nội vụ");
        Assert.True((await app.RegisterAsync(await app.ReceiveAsync(), form)).Ok);
        var second = await app.ReceiveAsync();
        var again = Office.Form("5/bnv – vp", "BỘ NỘI VỤ");
        Assert.Equal(nameof(RegisterInput.AcceptDuplicate), Assert.Single((await app.RegisterAsync(second, again)).Problems).Field);
        again.AcceptDuplicate = true;
        Assert.True((await app.RegisterAsync(second, again)).Ok);
    }

    [Fact]
    public async Task A_refused_form_names_every_problem_and_takes_no_number()
    {
        var id = await app.ReceiveAsync();
        var result = await app.RegisterAsync(
            id,
            new()
            {
                IssuedOn = new(2026, 3, 11),
                DueOn = new(2026, 3, 10),
                Pages = 0,
            }
        );
        Assert.Equal(["DueOn", "IssuedOn", "Issuer", "Pages", "Subject"], result.Problems.Select(p => p.Field).Order());
        var before = await NextAsync();
        var after = await NextAsync();
        Assert.Equal(before + 1, after);
        Assert.Equal(IncomingState.Arrived, (await RowAsync(id)).State);
    }

    [Fact]
    public async Task Nobody_registers_into_the_book_of_another_unit()
    {
        var id = await app.ReceiveAsync();
        foreach (var stranger in (string[])[GivenFederation.DistrictClerk, GivenFederation.Leader, GivenFederation.Viewer])
            Assert.False((await app.RegisterAsync(id, clerk: stranger)).Ok);
        Assert.Equal(IncomingState.Arrived, (await RowAsync(id)).State);
    }

    [Fact]
    public async Task Books_count_apart()
    {
        var common = await NextAsync();
        var letter = Office.Form("", "Một công dân", "Đơn kiến nghị");
        letter.BookCode = "DT";
        Assert.True((await app.RegisterAsync(await app.ReceiveAsync(), letter)).Ok);
        Assert.Equal(common + 1, await NextAsync());
        Assert.True(
            await app.InDbAsync(db => db.Set<Counter>().AnyAsync(c => c.Key == ArrivalBooks.Sequence(app.Given.Federation.Id, "DT", 2026)))
        );
    }

    [Fact]
    public async Task A_book_that_ended_takes_nothing_in_and_is_still_read_under_the_name_of_the_year()
    {
        await app.InDbAsync(db =>
        {
            foreach (var (name, from, to) in new[] { ("Sổ cũ", 2023, 2024), ("Sổ cũ đổi tên", 2025, 2025) })
                db.Add(
                    new ArrivalBook
                    {
                        Id = Ids.New(),
                        Code = "CU",
                        Name = name,
                        ValidFrom = new(from, 1, 1),
                        ValidTo = new(to, 12, 31),
                    }
                );
            return db.SaveChangesAsync();
        });
        app.Services.GetRequiredService<CatalogueMemory>().Forget<ArrivalBook>();
        var form = Office.Form("", "Một công dân", "Đơn vào sổ cũ");
        form.BookCode = "CU";
        var refused = await app.RegisterAsync(await app.ReceiveAsync(), form);
        Assert.Equal(nameof(form.BookCode), Assert.Single(refused.Problems).Field);
        await app.InScopeAsync(services =>
        {
            var books = services.GetRequiredService<ArrivalBooks>();
            Assert.DoesNotContain(books.All, book => book.Code == "CU");
            Assert.Equal("Sổ cũ đổi tên", Assert.Single(books.Ever, book => book.Code == "CU").Name);
            Assert.Equal(("Sổ cũ", "Sổ cũ đổi tên"), (books.Name("CU", 2024), books.Name("CU", 2026)));
            return Task.FromResult(true);
        });
    }

    private async Task<int> NextAsync() => (await app.RegisterAsync(await app.ReceiveAsync())).Value;

    [Fact]
    public async Task Twenty_files_with_the_longest_names_are_one_document()
    {
        var files = Enumerable
            .Range(1, TakeInFiles.MaxOfOne)
            .Select(i => (new string('ề', 240) + i + ".txt", System.Text.Encoding.UTF8.GetBytes($"tên dài {i} {Guid.NewGuid()}")))
            .ToArray();
        var taken = await app.TakeInAsync(GivenFederation.Clerk, asOne: true, files);
        Assert.True(taken.Ok, taken.Message);
        var id = Assert.Single(taken.Value.Documents);
        Assert.Equal(
            files.Length,
            await app.InDbAsync(db =>
                db.Attachments.CountAsync(a => db.Set<IncomingDocument>().Any(d => d.Id == id && d.ContentId == a.ContentId))
            )
        );
    }
}
