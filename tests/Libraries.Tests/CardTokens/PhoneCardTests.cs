using DoanKet.CardTokens;

namespace DoanKet.Libraries.Tests.CardTokens;

public sealed class PhoneCardTests
{
    private static readonly CardKey Key = new([.. Enumerable.Range(1, 32).Select(i => (byte)i)]),
        OtherKey = new([.. Enumerable.Range(2, 32).Select(i => (byte)i)]);

    private static readonly DateTime Now = new(2026, 3, 10, 2, 3, 0, DateTimeKind.Utc);

    private readonly string _code = CardCode.New();

    [Fact]
    public void A_phone_shows_a_new_code_in_each_step_until_its_days_are_over_and_anybody_checks_it()
    {
        var card = Key.ForPhone(_code, Now);
        Assert.Equal(card, Key.ForPhone(_code, Now.AddSeconds(30)));
        HashSet<string> shown = [];
        for (var minutes = 0; minutes < PhoneCard.Days * 24 * 60; minutes += 500)
        {
            var moment = card.From.AddMinutes(minutes);
            var text = card.At(moment);
            Assert.True(shown.Add(text!));
            Assert.True(Key.PublicKey.TryVerifyPhone("https://union.example/the/" + text!.ToLowerInvariant(), out var token), text);
            Assert.Equal((_code, moment), (token.Code, token.From));
            Assert.True(token.IsFresh(moment));
            Assert.True(token.IsFresh(moment.AddMinutes(7)));
            Assert.False(token.IsFresh(moment.AddMinutes(9)));
            Assert.False(token.IsFresh(moment.AddMinutes(-4)));
        }
        Assert.Null(card.At(card.From.AddDays(PhoneCard.Days)));
        Assert.Null(card.At(card.From.AddSeconds(-1)));
        Assert.False(OtherKey.PublicKey.TryVerifyPhone(card.At(Now)!, out _));
    }

    [Fact]
    public void No_changed_letter_passes_and_no_code_follows_from_one_that_was_seen()
    {
        var card = Key.ForPhone(_code, Now);
        var text = card.At(Now.AddHours(3))!;
        for (var i = 0; i < text.Length; i++)
            foreach (var letter in "A7Q")
                if (text[i] != letter)
                    Assert.False(Key.PublicKey.TryVerifyPhone(text[..i] + letter + text[(i + 1)..], out _), $"{i}: {letter}");
        // What was seen, as if it were of the next step: it would have to be hashed backward.
        var later = card.At(Now.AddHours(3).AddMinutes(PhoneCard.StepMinutes))!;
        var head = Convert.FromHexString(card.Head).Length * 8 / 5;
        for (var cut = head; cut < head + 8; cut++)
            Assert.False(Key.PublicKey.TryVerifyPhone(later[..cut] + text[cut..], out var token) && token.From > Now.AddHours(3));
        // One kind of token never passes for the other.
        Assert.False(Key.PublicKey.TryVerify(text, out _));
        Assert.False(Key.PublicKey.TryVerifyPhone(Key.Sign(new(_code, new(2026, 3, 10))), out _));
    }
}
