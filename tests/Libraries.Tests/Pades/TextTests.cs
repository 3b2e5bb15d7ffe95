using System.Text;
using DoanKet.Pades;
using DoanKet.PaperForms;
using DoanKet.Testing.Signatures;

namespace DoanKet.Libraries.Tests.Pades;

/// <summary>Text in signatures, and in fields that a later signature fills in.</summary>
public sealed class TextTests
{
    private static readonly SignatureFont Font = SignatureFont.FromTrueType(LetterFont.Read());
    private static readonly EmptyTextField Number = new("so", 1, new(100, 600, 40, 16));

    public static TheoryData<string> Kinds => SigningTests.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task ALaterSignatureFillsInWhatTheFirstLaidOut(string kind)
    {
        var isLocked = kind.StartsWith("RC4", StringComparison.Ordinal) || kind.StartsWith("AES", StringComparison.Ordinal);
        var password = isLocked ? "chu" : null;
        using var key = TestPki.Shared.RsaKey();

        var once = await SigningTests.SignAsync(
            SigningTests.Make(kind),
            key,
            new()
            {
                Time = TestPki.Now,
                Password = password,
                NewTextFields = [Number, new("ngay", 1, new(300, 600, 30, 16))],
            }
        );
        var twice = await SigningTests.SignAsync(
            once,
            key,
            new()
            {
                Time = TestPki.Now,
                Password = password,
                FieldTexts = new Dictionary<string, SignatureText> { ["so"] = Line("18"), ["ngay"] = Line("05") },
                Look = new(1, new(300, 500, 200, 40), Text: new(Font, ["SAO Y", "Liên đoàn Lao động tỉnh Nghệ An"], 10)),
            }
        );

        Referees.QpdfAccepts(twice, isLocked ? ["--password=chu"] : []);
        Referees.PdfsigAccepts(twice, 2, isLocked ? ["-upw", "chu"] : []);
        var report = SigningTests.Verify(twice, password);
        Assert.Equal(OverallVerdict.Valid, report.Overall);
        Assert.Equal([LaterChanges.Form, LaterChanges.None], report.Signatures.Select(s => s.Changes));
        var text = Referees.Text(twice, isLocked ? ["-upw", "chu"] : []);
        Assert.Matches(@"18\s+05", text);
        Assert.Contains("SAO Y", text);
        Assert.Contains("Liên đoàn Lao động tỉnh Nghệ An", text);
    }

    [Fact]
    public async Task EveryVietnameseLetterIsDrawnAndReadBack()
    {
        const string letters = "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ";
        string[] lines = [letters, letters.ToUpperInvariant(), "0123456789/:+-(),.;"];
        using var key = TestPki.Shared.RsaKey();

        var signed = await SigningTests.SignAsync(
            new SmallPdf().Bytes(),
            key,
            new() { Time = TestPki.Now, Look = new(1, new(20, 300, 560, 40), Text: new(Font, lines, 10)) }
        );

        var text = Referees.Text(signed);
        Assert.All(lines, line => Assert.Contains(line, text));
        Assert.Matches(@"\+SignatureText\s+CID TrueType\s+Identity-H\s+yes yes yes", Referees.Fonts(signed));
        // The whole font has some 400,000 bytes.
        Assert.InRange(signed.Length, 20_000, 120_000);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/Rotate 90")]
    [InlineData("/Rotate 180")]
    [InlineData("/Rotate 270")]
    public async Task FieldsAreFoundWhereTheyWerePut(string more)
    {
        var file = new SmallPdf { MediaBox = "[0 0 600 800]", PageMore = "/CropBox [100 200 400 600] " + more }.Bytes();
        using var key = TestPki.Shared.RsaKey();

        var signed = await SigningTests.SignAsync(
            file,
            key,
            new()
            {
                Time = TestPki.Now,
                FieldName = "nguoi-ky",
                Look = new(1, new(20, 40, 100, 60), Text: Line("A")),
                NewTextFields = [Number with { Place = new(10, 20, 30, 40) }],
            }
        );

        Assert.Equal(
            [new("so", false, false, 1, new(10, 20, 30, 40)), new FieldPlace("nguoi-ky", true, true, 1, new(20, 40, 100, 60))],
            PdfPages.FieldsOf(PdfSource.FromBytes(signed))
        );
    }

    [Fact]
    public async Task TextThatWasFilledInCannotBeChangedUnseen()
    {
        using var key = TestPki.Shared.RsaKey();
        var signed = await SignTwiceAsync(key);
        var field = ObjectWith(signed, "/T (so)");

        var changed = SmallPdf.Append(signed, (field.Number, field.Value.Replace("/V (18)", "/V (81)", StringComparison.Ordinal)));

        var report = SigningTests.Verify(changed);
        Assert.True(report.Signatures[1].IsForbiddenChange);
        Assert.Equal(OverallVerdict.Invalid, report.Overall);
    }

    [Theory]
    [InlineData("locked")]
    [InlineData("no such field")]
    [InlineData("no such letter")]
    [InlineData("too wide")]
    [InlineData("laid out late")]
    [InlineData("name taken")]
    public async Task WhatCannotBeFilledInIsRefused(string why)
    {
        using var key = TestPki.Shared.RsaKey();
        var once = await SignOnceAsync(key);
        var twice = await SignTwiceAsync(key);
        var (file, options) = why switch
        {
            "locked" => (twice, Fill("so", "19")),
            "no such field" => (once, Fill("ngay", "1")),
            "no such letter" => (once, Fill("so", "\u4e2d")),
            "too wide" => (once, Fill("so", "123456789")),
            "laid out late" => (once, new() { Time = TestPki.Now, NewTextFields = [Number with { Name = "khac" }] }),
            _ => (new SmallPdf().Bytes(), new SigningOptions { Time = TestPki.Now, NewTextFields = [Number, Number] }),
        };

        await Assert.ThrowsAsync<PdfRefusedException>(() => SigningTests.SignAsync(file, key, options));
    }

    [Fact]
    public void WhatIsNoFontIsRefused()
    {
        var font = LetterFont.Read();
        Assert.Throws<PdfRefusedException>(() => SignatureFont.FromTrueType([]));
        Assert.Throws<PdfRefusedException>(() => SignatureFont.FromTrueType("OTTO is another kind of font"u8.ToArray()));
        Assert.Throws<PdfRefusedException>(() => SignatureFont.FromTrueType(font[..(font.Length / 2)]));
    }

    private static SignatureText Line(string text) => new(Font, [text], 12);

    private static SigningOptions Fill(string name, string text) =>
        new()
        {
            Time = TestPki.Now,
            FieldTexts = new Dictionary<string, SignatureText> { [name] = Line(text) },
        };

    private static Task<byte[]> SignOnceAsync(ISigningKey key) =>
        SigningTests.SignAsync(new SmallPdf().Bytes(), key, new() { Time = TestPki.Now, NewTextFields = [Number] });

    private static async Task<byte[]> SignTwiceAsync(ISigningKey key) =>
        await SigningTests.SignAsync(await SignOnceAsync(key), key, Fill("so", "18"));

    /// <summary>The last object that says so, without its frame.</summary>
    private static (int Number, string Value) ObjectWith(byte[] file, string part)
    {
        var text = Encoding.Latin1.GetString(file);
        var at = text.LastIndexOf(part, StringComparison.Ordinal);
        var from = text.LastIndexOf(" obj\n", at, StringComparison.Ordinal);
        var line = text.LastIndexOf('\n', from) + 1;
        var end = text.IndexOf("\nendobj", at, StringComparison.Ordinal);
        return (int.Parse(text[line..from].Split(' ')[0]), text[(from + 5)..end]);
    }
}
