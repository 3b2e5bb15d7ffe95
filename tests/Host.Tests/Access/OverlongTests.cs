using static DoanKet.Testing.GivenFederation;

namespace DoanKet.Host.Tests.Access;

/// <summary>
/// Every text of every form that a walk through the program meets is sent far too long, one after the other and all at once, to the
/// database that minds it: the answer says what is wrong with the form, never that the program failed.
/// </summary>
public sealed class OverlongTests(CrossUnitOnPostgreSql app) : IClassFixture<CrossUnitOnPostgreSql>
{
    private const int Length = 5000;

    private static readonly string Long = string.Concat(Enumerable.Repeat("dài quá ", Length / 8));

    [Theory]
    [InlineData(Admin), InlineData(Clerk), InlineData(Leader), InlineData(Specialist), InlineData(DistrictClerk)]
    public async Task A_text_longer_than_its_field_is_refused_by_name(string person)
    {
        using var visitor = app.Visit(person);
        var token = (await visitor.GetAsync("/doi-mat-khau"))
            .QuerySelector("input[name=__RequestVerificationToken]")!
            .GetAttribute("value")!;
        var forms = app.Walks[person]
            .Forms.DistinctBy(form => (Walk.KindOf(form.Action), string.Join(',', form.Fields.Select(f => f.Key))));
        var tried = 0;
        List<string> wrong = [];
        // After signing out there would be nothing left to try.
        foreach (var form in forms.Where(f => !f.Action.Contains("/dang-xuat", StringComparison.Ordinal)))
        {
            var names = form.Fields.Select(field => field.Key).Distinct().ToList();
            foreach (var tooLong in names.Select(name => new[] { name }).Append([.. names]))
            {
                tried++;
                await visitor.PostAsync(
                    form.Action,
                    form.Fields.Select(field => KeyValuePair.Create(field.Key, tooLong.Contains(field.Key) ? Long : field.Value))
                        .Append(new("__RequestVerificationToken", token))
                );
                if ((int)visitor.Status >= 500)
                    wrong.Add($"{person}: {form.Action} with {string.Join(", ", tooLong)} → {(int)visitor.Status}");
            }
        }
        Assert.True(tried > 15, $"{person} tried {tried} texts only.");
        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
    }
}
