using DoanKet.CardTokens;

namespace DoanKet.Libraries.Tests.CardTokens;

public sealed class CardTokenTests
{
    private static readonly CardKey Key = new([.. Enumerable.Range(1, 32).Select(i => (byte)i)]),
        OtherKey = new([.. Enumerable.Range(2, 32).Select(i => (byte)i)]);

    private readonly CardToken _card = new(CardCode.New(), new DateOnly(2026, 3, 10));

    [Fact]
    public void Whoever_has_the_key_checks_a_card_also_in_an_address_and_in_small_letters()
    {
        var token = Key.Sign(_card);
        Assert.Equal(124, token.Length);
        Assert.True(CardPublicKey.TryRead(Key.PublicKey.Pem, out var published));
        foreach (var text in (string[])[token, token.ToLowerInvariant(), "https://union.example/the/" + token, $" {token}\n"])
        {
            Assert.True(published.TryVerify(text, out var read), text);
            Assert.Equal(_card, read);
        }
        Assert.False(OtherKey.PublicKey.TryVerify(token, out _));
    }

    [Fact]
    public void No_changed_letter_passes()
    {
        var token = Key.Sign(_card);
        for (var i = 0; i < token.Length; i++)
            foreach (var letter in "A7Q")
                if (token[i] != letter)
                    Assert.False(Key.PublicKey.TryVerify(token[..i] + letter + token[(i + 1)..], out _), $"{i}: {letter}");
        foreach (var text in (string[])["", "/", token[..^1], token + "A", new string('A', 5000), "ế", token.Replace(token[3], '=')])
            Assert.False(Key.PublicKey.TryVerify(text, out _), text);
    }

    /// <summary>Test vector 1 of RFC 8032, section 7.1: the public key of a secret, and what other programs read of it.</summary>
    [Fact]
    public void The_public_key_is_the_one_of_the_standard()
    {
        var secret = Convert.FromHexString("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
        var expected = Convert.FromHexString("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
        var pem = new CardKey(secret).PublicKey.Pem;
        var der = Convert.FromBase64String(pem.Split('\n')[1]);
        Assert.Equal(expected, der[^32..]);
        Assert.True(CardPublicKey.TryRead(Convert.ToBase64String(expected), out var raw));
        Assert.Equal(pem, raw.Pem);
        foreach (var text in (string[])["", "no key", "AAAA", pem[..60], pem.Replace('M', 'N')])
            Assert.False(CardPublicKey.TryRead(text, out _), text);
    }

    [Fact]
    public void A_list_of_revoked_cards_is_read_whole_or_not_at_all()
    {
        var codes = Enumerable.Range(0, 50).Select(_ => CardCode.New()).ToHashSet();
        var text = new RevokedCards(new DateTime(2026, 3, 10, 2, 0, 0, DateTimeKind.Utc), codes).Write(Key);
        var read = RevokedCards.Read(text.Replace("\n", "\r\n", StringComparison.Ordinal), Key.PublicKey);
        Assert.NotNull(read);
        Assert.True(read.Codes.SetEquals(codes));
        Assert.Equal(new DateTime(2026, 3, 10, 2, 0, 0), read.At);
        Assert.Equal(DateTimeKind.Utc, read.At.Kind);

        Assert.Null(RevokedCards.Read(text, OtherKey.PublicKey));
        var without = text.Replace(codes.First() + "\n", "", StringComparison.Ordinal);
        Assert.Null(RevokedCards.Read(without, Key.PublicKey));
        foreach (var cut in (string[])["", text[..100], text[..^20], "signature AAAA"])
            Assert.Null(RevokedCards.Read(cut, Key.PublicKey));
        var none = new RevokedCards(new DateTime(2026, 3, 10, 2, 0, 0, DateTimeKind.Utc), new HashSet<string>());
        Assert.Empty(RevokedCards.Read(none.Write(Key), Key.PublicKey)!.Codes);
    }

    [Fact]
    public void A_code_is_read_as_people_type_it()
    {
        var code = CardCode.New();
        Assert.Equal(CardCode.Length, code.Length);
        Assert.Equal(code, CardCode.Read(CardCode.Show(code)));
        Assert.Equal(code, CardCode.Read(" " + code.ToLowerInvariant() + " "));
        Assert.Equal("OIBAAAAAAAAAAAAA", CardCode.Read("018a-aaaa-aaaa-aaaa"));
        Assert.All((string?[])[null, "", "ABCD", code + "A", "ABCD-EFGH-IJKL-MN9P"], typed => Assert.Null(CardCode.Read(typed)));
        Assert.Equal(200, Enumerable.Range(0, 200).Select(_ => CardCode.New()).Distinct().Count());
    }
}
