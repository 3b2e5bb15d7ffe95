using static DoanKet.Testing.Letters.LetterWords;

namespace DoanKet.Testing.Letters;

/// <summary>Makes up letters of the State, the Party, the union, of schools and enterprises; the same ones from the same seed.</summary>
public sealed class LetterMaker(int seed)
{
    private readonly Random _random = new(seed);

    public Letter Next()
    {
        var body = Pick(Bodies);
        var (name, code) = Named(body.Issuer, body.Code);
        var issuedOn = new DateOnly(2020, 1, 2).AddDays(_random.Next(2500));
        var kind = Pick(KindsOf(body));
        var subject = Subject(kind.Code);
        var position = Pick(body.Positions);
        var (asks, deadlines) = Deadlines(issuedOn);
        return new()
        {
            Number = _random.Next(12) == 0 ? null : _random.Next(1, 1500).ToString("00"),
            Notation =
                body.Party ? $"{kind.Code}/{code}"
                : kind.Code == "CV" ? (_random.Next(2) == 0 ? code : $"{code}-{Pick(Offices)}")
                : $"{kind.Code}-{code}",
            Mark = body.Party ? '-' : '/',
            IssuedOn = issuedOn,
            Place = Pick(Places),
            Superior = Pick(body.Superiors).ToUpperInvariant(),
            Issuer = name.ToUpperInvariant(),
            KindCode = kind.Code,
            KindName = kind.Code == "CV" ? "" : kind.Name.ToUpperInvariant(),
            Subject = subject,
            SignerTitle = _random.Next(5) == 0 ? Pick(WorkTitles) : "",
            SignerName = Person(),
            SecondSigner = kind.Code == "BB" ? (Pick(SecondPositions), Person()) : null,
            Position = position.Own,
            Authority = position.For,
            Urgency = Rarely(Urgencies, 8),
            Secrecy = Rarely(Secrecies, 20),
            Addressees = kind.Code is "CV" or "TTr" ? Addressees() : [],
            Paragraphs = Body(kind.Code, asks),
            Deadlines = deadlines,
            Recipients = [.. Some(RecipientNames, 2, 5), $"Lưu: VT, {Pick(Offices)}"],
        };
    }

    private (string Name, string Code) Named(string name, string code) =>
        (
            name.Replace("{tỉnh}", Pick(Provinces), StringComparison.Ordinal)
                .Replace("{xã}", Pick(Communes), StringComparison.Ordinal)
                .Replace("{trường}", Pick(Schools), StringComparison.Ordinal)
                .Replace("{công ty}", Pick(Companies), StringComparison.Ordinal),
            code
        );

    private static (string Code, string Name)[] KindsOf(LetterBody body) => body.Party ? PartyKinds : Kinds;

    private string Subject(string kind)
    {
        var subject = kind == "GM" ? Pick(InvitationSubjects) : $"{Pick(SubjectVerbs)} {Pick(SubjectThings)}{Rarely(SubjectEnds, 2)}";
        subject = subject.Replace("{năm}", _random.Next(2020, 2028).ToString(), StringComparison.Ordinal);
        return kind == "CV" ? subject
            : kind == "GM" ? subject
            : Capital(subject.StartsWith("về ", StringComparison.Ordinal) ? subject : Pick(["về ", ""]) + subject);
    }

    private (IReadOnlyList<string> Asks, IReadOnlyList<DateOnly> Days) Deadlines(DateOnly issuedOn)
    {
        List<string> asks = [];
        List<DateOnly> days = [];
        for (var i = _random.Next(3); i > 0; i--)
        {
            var day = issuedOn.AddDays(_random.Next(3, 60));
            if (days.Count > 0 && day <= days[^1])
                day = days[^1].AddDays(_random.Next(1, 20));
            days.Add(day);
            asks.Add(
                Pick(Asks)
                    .Replace("{d}", day.Day.ToString("00"), StringComparison.Ordinal)
                    .Replace("{m}", day.Month.ToString(_random.Next(2) == 0 ? "00" : "0"), StringComparison.Ordinal)
                    .Replace("{y}", day.Year.ToString(), StringComparison.Ordinal)
            );
        }
        return (asks, days);
    }

    private string[] Addressees() => _random.Next(3) == 0 ? [Pick(AddresseeNames)] : Some(AddresseeNames, 2, 4);

    private IReadOnlyList<string> Body(string kind, IReadOnlyList<string> asks)
    {
        var opening = Pick(kind == "GM" ? InvitationOpenings : Openings);
        List<string> body = [opening, .. Some(Sentences, 2, 7)];
        foreach (var ask in asks)
            body.Add(ask);
        return [.. body, Pick(Closings)];
    }

    private string Person() => $"{Pick(Families)} {Pick(Middles)} {Pick(Givens)}";

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private string Rarely(IReadOnlyList<string> all, int oneIn) => _random.Next(oneIn) == 0 ? Pick(all) : "";

    private T Pick<T>(IReadOnlyList<T> all) => all[_random.Next(all.Count)];

    private string[] Some(IReadOnlyList<string> all, int least, int most)
    {
        var mixed = all.ToArray();
        _random.Shuffle(mixed);
        return mixed[.._random.Next(least, Math.Min(most, mixed.Length) + 1)];
    }
}
