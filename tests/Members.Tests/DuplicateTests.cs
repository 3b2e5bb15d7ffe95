using System.Text.Json;
using DoanKet.Modules.Members.Duplicates;
using DoanKet.Modules.Members.Synthetic;
using DoanKet.PersonalData;
using DoanKet.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace DoanKet.Members.Tests;

public sealed class DuplicateTests(SqliteApp app) : IClassFixture<SqliteApp>
{
    private static readonly Guid School = new("11111111-1111-1111-1111-111111111111"),
        Firm = new("22222222-2222-2222-2222-222222222222");

    private static Entry Person(
        string name,
        string? id = null,
        string phone = "",
        string born = "05/03/1985",
        Guid? unit = null,
        Sex sex = Sex.Male
    )
    {
        var day = WrittenDay.Read(born, false, 2026)!.Value.Day;
        return new(Guid.Empty, unit ?? School, name, VietnameseText.Fold.Text(name), sex, day.Year, day.Day, id, phone);
    }

    [Fact]
    public async Task Planted_second_entries_are_found_and_nobody_else()
    {
        await using var planted = new StringWriter();
        var made = await app.InScopeAsync(services =>
            services.GetRequiredService<GenerateMembers>().HandleAsync(6000, 11, planted, default)
        );
        Assert.True(made.Value.Duplicates > 80);
        var expected = planted
            .ToString()
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonDocument.Parse(line).RootElement)
            .Where(line => line.GetProperty("kind").GetString() == "duplicate")
            .Select(line => Pair(line.GetProperty("a").GetGuid(), line.GetProperty("b").GetGuid()))
            .ToHashSet();
        var (entries, pairs) = await app.InScopeAsync(services => services.GetRequiredService<FindDuplicates>().HandleAsync(default));
        Assert.Equal(6000, entries);
        var found = pairs.Select(pair => Pair(pair.One.Id, pair.Other.Id)).ToHashSet();
        var right = found.Count(expected.Contains);
        // Two second entries of one person are a pair, too, though not a planted one.
        Assert.True(right >= expected.Count * 0.95, $"{right} of {expected.Count} found.");
        Assert.True(right >= found.Count * 0.95, $"{right} of {found.Count} right.");
    }

    [Fact]
    public void A_name_and_a_birthday_alone_are_two_people_and_a_number_or_a_phone_makes_them_one()
    {
        var one = Person("Nguyễn Văn An", "040085012345", "0912345678");
        Assert.True(Score(one, Person("Nguyễn Văn An", unit: Firm)) < DuplicateScore.Sure);
        Assert.True(Score(one, Person("Nguyen Van An", phone: "0912345678", unit: Firm)) >= DuplicateScore.Sure);
        Assert.True(Score(one, Person("An Nguyễn Văn", "040085012346", unit: Firm)) >= DuplicateScore.Sure);
        Assert.True(Score(one, Person("Nguyễn Văn An", "040085012354", born: "1985", unit: Firm)) >= DuplicateScore.Sure);
        Assert.Null(DuplicateScore.Of(one, Person("Nguyễn Văn An", "040085998877", "0912345678")));
        Assert.Null(DuplicateScore.Of(one, Person("Nguyễn Văn An", phone: "0912345678", born: "06/03/1985")));
        Assert.Null(DuplicateScore.Of(one, Person("Nguyễn Văn Anh", phone: "0912345678")));
    }

    private static double Score(Entry one, Entry other) => DuplicateScore.Of(one, other)!.Score;

    private static (Guid, Guid) Pair(Guid a, Guid b) => a.CompareTo(b) < 0 ? (a, b) : (b, a);
}
