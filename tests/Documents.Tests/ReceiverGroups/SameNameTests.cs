using System.Net;
using DoanKet.Documents.Tests.Incoming;
using DoanKet.Kernel;
using DoanKet.Kernel.Persistence;
using DoanKet.Modules.Documents;
using DoanKet.Modules.Documents.Issuing;
using DoanKet.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using static DoanKet.Testing.GivenFederation;

namespace DoanKet.Documents.Tests.ReceiverGroups;

/// <summary>
/// Two people give the same name at the same moment: both have looked before one of them writes. PostgreSQL only, for on SQLite the second
/// looks when the first has written.
/// </summary>
public sealed class SameNameTests(SameNameTests.TwoAtOnce app) : IClassFixture<SameNameTests.TwoAtOnce>
{
    [Fact]
    public async Task The_second_is_told_that_somebody_was_quicker_and_nothing_is_lost()
    {
        var (first, second) = (await AddAsync("Miền xuôi"), await AddAsync("Miền núi"));
        var clerk = app.Visit(Clerk);
        var page = await clerk.OpenAsync($"/van-ban/nhom-noi-nhan/{second}");

        app.Meanwhile = () =>
            app.InDbAsync(db =>
                db.ReceiverGroups.Where(g => g.Id == first).ExecuteUpdateAsync(set => set.SetProperty(g => g.Name, "Các huyện"))
            );
        page = await clerk.SubmitAsync(page, "form[data-primary]", ("Name", "Các huyện"));

        Assert.Equal(HttpStatusCode.Conflict, clerk.Status);
        Assert.Contains("Người khác vừa sửa", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Miền núi", await app.InDbAsync(db => db.ReceiverGroups.Where(g => g.Id == second).Select(g => g.Name).SingleAsync()));
    }

    private async Task<Guid> AddAsync(string name)
    {
        var group = new ReceiverGroup
        {
            Id = Ids.New(),
            UnitId = app.Given.Federation.Id,
            Name = name,
        };
        group.Members.Add(new() { UnitId = app.Given.District.Id });
        await app.InDbAsync(db =>
        {
            db.Add(group);
            return db.SaveChangesAsync();
        });
        return group.Id;
    }

    /// <summary>The program in which something happens between looking and writing.</summary>
    public sealed class TwoAtOnce() : UnionPages(Provider.PostgreSql)
    {
        /// <summary>Done once, before the next rows are written.</summary>
        public Func<Task>? Meanwhile { get; set; }

        protected override void ConfigureServices(IServiceCollection services)
        {
            base.ConfigureServices(services);
            services.ConfigureDbContext<UnionDb>(options => options.AddInterceptors(new BeforeWriting(this)));
        }
    }

    private sealed class BeforeWriting(TwoAtOnce app) : SaveChangesInterceptor
    {
        public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(
            DbContextEventData eventData,
            InterceptionResult<int> result,
            CancellationToken cancellationToken = default
        )
        {
            var meanwhile = app.Meanwhile;
            app.Meanwhile = null;
            if (meanwhile is not null)
                await meanwhile();
            return result;
        }
    }
}
