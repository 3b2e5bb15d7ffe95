using DoanKet.Documents.Tests.Incoming;
using DoanKet.Kernel;
using DoanKet.Kernel.Catalogues;
using DoanKet.Modules.Documents.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace DoanKet.Documents.Tests.Catalogues;

/// <summary>The symbol of a number by the dated rules; its own program, since the tests change them.</summary>
public sealed class NotationTests(PagesApp app) : IClassFixture<PagesApp>
{
    [Theory]
    [InlineData("{loại}-{cơ quan}", "HD", "LĐLĐ", "TC", "HD-LĐLĐ")]
    [InlineData("{cơ quan}-{đơn vị}", "", "LĐLĐ", "TC", "LĐLĐ-TC")]
    [InlineData("{cơ quan}-{đơn vị}", "", "LĐLĐ", "", "LĐLĐ")]
    [InlineData("{loại}-{cơ quan}", "", "LĐLĐ", "", "LĐLĐ")]
    public void A_group_without_a_value_is_left_out(string pattern, string kind, string issuer, string drafting, string symbol) =>
        Assert.Equal(symbol, Notations.Write(pattern, kind, issuer, drafting));

    [Fact]
    public async Task The_rule_that_says_more_comes_first_and_an_ended_one_no_longer_counts()
    {
        Assert.Equal("LĐLĐ-" + app.Given.Board.Symbol, await ForAsync("CV"));
        Assert.Equal("HD-LĐLĐ", await ForAsync("HD"));
        await AddAsync(app.Given.Federation.Code, "", "{loại}-{cơ quan}-{đơn vị}", null);
        await AddAsync(app.Given.Federation.Code, "HD", "{loại}/{cơ quan}", new(2026, 1, 31));
        Assert.Equal($"HD-LĐLĐ-{app.Given.Board.Symbol}", await ForAsync("HD"));
        await AddAsync(app.Given.Federation.Code, "KH", "{loại}/{cơ quan}", null);
        Assert.Equal("KH/LĐLĐ", await ForAsync("KH"));
    }

    private Task<string> ForAsync(string kind) =>
        app.InScopeAsync(services =>
            Task.FromResult(
                services
                    .GetRequiredService<Notations>()
                    .For(
                        new()
                        {
                            KindCode = kind,
                            UnitId = app.Given.Federation.Id,
                            Unit = app.Given.Federation,
                            DraftingUnitId = app.Given.Board.Id,
                            DraftingUnit = app.Given.Board,
                        }
                    )
            )
        );

    private async Task AddAsync(string unit, string kind, string pattern, DateOnly? until)
    {
        await app.InDbAsync(db =>
        {
            db.Add(
                new NotationRule
                {
                    Id = Ids.New(),
                    UnitCode = unit,
                    KindCode = kind,
                    Pattern = pattern,
                    ValidFrom = new(2026, 1, 1),
                    ValidTo = until,
                }
            );
            return db.SaveChangesAsync();
        });
        app.Services.GetRequiredService<CatalogueMemory>().Forget<NotationRule>();
    }
}
