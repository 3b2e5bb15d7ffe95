using AngleSharp.Dom;
using DoanKet.Documents.Tests.Incoming;
using DoanKet.Kernel;
using DoanKet.Kernel.Catalogues;
using DoanKet.Modules.Documents.Shared;
using DoanKet.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static DoanKet.Testing.GivenFederation;

namespace DoanKet.Documents.Tests.Catalogues;

/// <summary>The kinds of documents are a catalogue; its own program, since the tests change it.</summary>
public sealed class KindTests(PagesApp app) : IClassFixture<PagesApp>
{
    [Fact]
    public async Task A_kind_that_ended_is_no_longer_offered_and_old_documents_keep_its_name()
    {
        var id = await app.InDbAsync(db => db.Set<KindEntry>().Where(k => k.Code == "TC").Select(k => k.Id).SingleAsync());
        using var specialist = app.Visit(Specialist);
        var address = await DraftAsync(specialist, "TC");
        await app.InDbAsync(db =>
            db.Set<KindEntry>()
                .Where(k => k.Id == id)
                .ExecuteUpdateAsync(set => set.SetProperty(k => k.ValidTo, new DateOnly(2020, 12, 31)))
        );
        app.Services.GetRequiredService<CatalogueMemory>().Forget<KindEntry>();

        Assert.DoesNotContain("Thông cáo", Kinds(await specialist.OpenAsync("/van-ban/di/soan")));
        Assert.Contains(
            "thông cáo",
            (await specialist.OpenAsync(address)).QuerySelector(".dk-document-head")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_kind_that_a_new_rule_names_can_be_drafted_and_stands_in_the_number()
    {
        await app.InDbAsync(db =>
        {
            db.Add(
                new KindEntry
                {
                    Id = Ids.New(),
                    Code = "TTN",
                    Name = "Thư thăm hỏi",
                    Abbreviation = "TTh",
                    IsDrafted = true,
                    Ordinal = 1,
                    ValidFrom = new(2026, 1, 1),
                    Source = "Quyết định thử nghiệm",
                }
            );
            return db.SaveChangesAsync();
        });
        var memory = app.Services.GetRequiredService<CatalogueMemory>();
        memory.Forget<KindEntry>();
        using var specialist = app.Visit(Specialist);
        Assert.Equal("Thư thăm hỏi", Kinds(await specialist.OpenAsync("/van-ban/di/soan"))[0]);
        await DraftAsync(specialist, "TTN");
        Assert.Contains(
            "Dự thảo thư thăm hỏi",
            (await specialist.OpenAsync(specialist.Address)).Body!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal(
            "TTh",
            await app.AsAsync(Clerk, services => Task.FromResult(services.GetRequiredService<DocumentKinds>().Abbreviation("TTN")))
        );
    }

    [Fact]
    public async Task The_kinds_of_the_decree_are_there_at_the_beginning_and_laws_only_arrive()
    {
        using var admin = app.Visit(Admin);
        var table = (await admin.OpenAsync("/he-thong/danh-muc/loai-van-ban")).QuerySelector(".dk-table")!.TextContent;
        Assert.Contains("Nghị định 30/2020/NĐ-CP, điều 7", table, StringComparison.Ordinal);
        using var specialist = app.Visit(Specialist);
        Assert.DoesNotContain("Nghị định", Kinds(await specialist.OpenAsync("/van-ban/di/soan")));
        using var clerk = app.Visit(Clerk);
        Assert.Contains("Nghị định", (await clerk.OpenAsync("/van-ban/den")).QuerySelector("#loai")!.TextContent, StringComparison.Ordinal);
    }

    private static IReadOnlyList<string> Kinds(IParentNode page) =>
        [.. page.QuerySelectorAll("#Input_KindCode option, #KindCode option").Select(option => option.TextContent.Trim())];

    private static async Task<string> DraftAsync(Visitor specialist, string kind)
    {
        await specialist.SubmitAsync(
            await specialist.OpenAsync("/van-ban/di/soan"),
            "form[enctype]",
            ("Input.KindCode", kind),
            ("Input.Subject", "Về việc thử loại văn bản")
        );
        return specialist.Address;
    }
}
