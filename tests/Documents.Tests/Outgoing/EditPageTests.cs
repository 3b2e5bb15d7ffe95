using AngleSharp.Html.Dom;
using DoanKet.Documents.Tests.Incoming;
using Microsoft.EntityFrameworkCore;
using static DoanKet.Testing.GivenFederation;

namespace DoanKet.Documents.Tests.Outgoing;

public sealed class EditPageTests(PagesApp app) : IClassFixture<PagesApp>
{
    [Fact]
    public async Task What_is_not_touched_in_the_form_stays_as_it_was()
    {
        var id = await app.DraftAsync();
        await app.InDbAsync(db =>
            db.Set<Modules.Documents.Shared.OutgoingDocument>()
                .Where(d => d.Id == id)
                .ExecuteUpdateAsync(set => set.SetProperty(d => d.Urgency, Modules.Documents.Urgency.Express))
        );
        using var specialist = app.Visit(Specialist);
        var form = await specialist.OpenAsync($"/van-ban/di/{id}/sua");
        Assert.Equal("Hỏa tốc", form.QuerySelectorAll("option[selected]").OfType<IHtmlOptionElement>().First(IsUrgency).Text);
        var page = await specialist.SubmitAsync(form, "form[data-primary]", ("Input.Subject", "Trích yếu đã sửa"));
        Assert.Contains("Trích yếu đã sửa", page.QuerySelector("h1")!.TextContent);
        Assert.Contains("Hỏa tốc", page.QuerySelector(".dk-document-head")!.TextContent);
    }

    private static bool IsUrgency(IHtmlOptionElement option) => option.ParentElement is IHtmlSelectElement { Name: "Input.Urgency" };
}
