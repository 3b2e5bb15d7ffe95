using System.Text;
using DoanKet.Pades;
using DoanKet.Pades.Objects;
using DoanKet.Pades.Reading;
using DoanKet.Pades.Writing;
using DoanKet.Testing.Signatures;

namespace DoanKet.Libraries.Tests.Pades;

/// <summary>Every kind of file is signed and then changed in every region and by every kind of update: nothing passes for valid.</summary>
public sealed class MutationTests
{
    private const string Value = "the value";

    public static TheoryData<string> Kinds => SigningTests.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task NoFlippedBitPasses(string kind)
    {
        var (original, signed) = await SignAsync(kind);
        var passed = new List<string>();
        foreach (var (region, from, to) in Regions(original, signed))
        foreach (var at in Spread(from, to, 8))
        // Not the bit that tells small letters from large ones: in the hexadecimal value both mean the same.
        foreach (var mask in (byte[])[0x01, 0x80])
        {
            var changed = (byte[])signed.Clone();
            changed[at] ^= mask;
            // Copies of the issuers' certificates in the value are signed by nobody: those that are trusted count.
            if (Passes(changed, kind) && !(region == Value && Equals(Told(changed, kind), Told(signed, kind))))
                passed.Add($"{region} at {at} by {mask:x2}");
        }
        Assert.Empty(passed);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task NoOtherRangeOfBytesPasses(string kind)
    {
        var (_, signed) = await SignAsync(kind);
        var text = Encoding.Latin1.GetString(signed);
        var from = text.LastIndexOf("/ByteRange [", StringComparison.Ordinal) + "/ByteRange [".Length;
        var room = text.IndexOf(']', from) - from;
        var range = text.Substring(from, room).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(long.Parse).ToArray();
        List<long[]> others =
        [
            [range[2], range[3], range[0], range[1]],
            [0, 0, 0, 0],
            [0, signed.Length, signed.Length, 0],
            range[..2],
        ];
        for (var i = 0; i < 4; i++)
            foreach (var by in (long[])[-100, -1, 1, 100, 1L << 40])
            {
                var moved = (long[])range.Clone();
                moved[i] += by;
                others.Add(moved);
            }
        foreach (var other in others)
        {
            var numbers = string.Join(' ', other);
            Assert.True(numbers.Length <= room, numbers);
            var changed = Encoding.Latin1.GetBytes(text.Remove(from, room).Insert(from, numbers.PadRight(room)));
            Assert.False(Passes(changed, kind), numbers);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task NothingButOneHexadecimalStringFillsTheGap(string kind)
    {
        var (_, signed) = await SignAsync(kind);
        var (from, to) = Gap(signed);
        // A literal string, and blanks or a comment where zeros were.
        (int At, string Put)[][] changes =
        [
            [(from, "("), (to - 1, ")")],
            [(to - 21, new string(' ', 20))],
            [(to - 21, "> (xin chao)  /Lack ")],
            [(to - 21, "%" + new string('0', 18) + "\n")],
        ];
        foreach (var change in changes)
        {
            var changed = (byte[])signed.Clone();
            foreach (var (at, put) in change)
                Encoding.Latin1.GetBytes(put).CopyTo(changed, at);
            Assert.False(Passes(changed, kind), change[0].Put);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task EveryUpdateThatIsNoneOfTheAllowedIsSeen(string kind)
    {
        var (_, signed) = await SignAsync(kind);
        var unseen = new List<string>();
        foreach (var (what, change) in Updates)
        {
            var file = PdfFile.Open(PdfSource.FromBytes(signed), Password(kind));
            var update = new IncrementalUpdate(file);
            change(file, update);
            var report = SigningTests.Verify([.. signed, .. update.Write().Bytes], Password(kind));
            // Whose signature was taken away is not signed, and said to be so.
            var isSeen = report.Signatures is [var signature, ..]
                ? (report.Overall, signature.Changes) == (OverallVerdict.Invalid, LaterChanges.Undefined)
                : report.Overall == OverallVerdict.NoSignature;
            if (!isSeen)
                unseen.Add($"{what}: {report.Overall} {string.Join(' ', report.Signatures.Select(one => one.Changes))}");
        }
        Assert.Empty(unseen);
    }

    private static readonly (string What, Action<PdfFile, IncrementalUpdate> Change)[] Updates =
    [
        (
            "another text on the page",
            (file, update) =>
            {
                var content = new PdfStream(new PdfDictionary(), "BT /F1 24 Tf 72 700 Td (Lien doan khac) Tj ET"u8.ToArray());
                Replace(file, update, Page(file), page => page["Contents"] = update.Add(content));
            }
        ),
        (
            "another font",
            (file, update) =>
                Replace(
                    file,
                    update,
                    Page(file),
                    page =>
                        page["Resources"] = new PdfDictionary(
                            (
                                "Font",
                                new PdfDictionary(
                                    (
                                        "F1",
                                        new PdfDictionary(
                                            ("Type", new PdfName("Font")),
                                            ("Subtype", new PdfName("Type1")),
                                            ("BaseFont", new PdfName("Symbol"))
                                        )
                                    )
                                )
                            )
                        )
                )
        ),
        (
            "a page more",
            (file, update) =>
            {
                var pages = (PdfReference)file.Catalog["Pages"]!;
                var added = update.Add(new PdfDictionary(("Type", new PdfName("Page")), ("Parent", pages)));
                Replace(file, update, pages, tree => (tree["Kids"], tree["Count"]) = (PdfArray.Of(Page(file), added), new PdfNumber(2)));
            }
        ),
        ("no page", (file, update) => Replace(file, update, (PdfReference)file.Catalog["Pages"]!, tree => tree["Kids"] = PdfArray.Of())),
        ("an object that nothing leads to", (_, update) => update.Add(new PdfDictionary(("Type", new PdfName("Page"))))),
        (
            "another time of signing",
            (file, update) => Replace(file, update, Signature(file), value => value["M"] = new PdfString("D:20200101000000Z"u8.ToArray()))
        ),
        (
            "a reason",
            (file, update) => Replace(file, update, Signature(file), value => value["Reason"] = new PdfString("Khac"u8.ToArray()))
        ),
        (
            "a range that reaches the new end",
            (file, update) => Replace(file, update, Signature(file), value => value["ByteRange"] = PdfArray.OfNumbers(0, 10, 20, 30))
        ),
        (
            "an action at opening",
            (file, update) =>
                Replace(
                    file,
                    update,
                    (PdfReference)file.Trailer["Root"]!,
                    catalog =>
                        catalog["OpenAction"] = new PdfDictionary(("S", new PdfName("JavaScript")), ("JS", new PdfString("1"u8.ToArray())))
                )
        ),
        (
            "the form without its signature",
            (file, update) => Replace(file, update, (PdfReference)file.Trailer["Root"]!, catalog => catalog["AcroForm"] = null)
        ),
    ];

    private static void Replace(PdfFile file, IncrementalUpdate update, PdfReference reference, Action<PdfDictionary> change)
    {
        var changed = ((PdfDictionary)file.Resolve(reference)!).Copy();
        change(changed);
        update.Replace(reference, changed);
    }

    private static PdfReference Page(PdfFile file) =>
        (PdfReference)((PdfArray)file.Resolve(((PdfDictionary)file.Resolve(file.Catalog["Pages"])!)["Kids"])!).Items[0];

    private static PdfReference Signature(PdfFile file) =>
        (PdfReference)new FormFields(file).Read().First(field => field.IsSignature).Value!;

    private static bool Passes(byte[] file, string kind) =>
        SigningTests.Verify(file, Password(kind)).Overall is OverallVerdict.Valid or OverallVerdict.Warning;

    private static object Told(byte[] file, string kind)
    {
        var signature = SigningTests.Verify(file, Password(kind)).Signatures[0];
        return (signature.Signer, signature.Time, signature.Crypto, signature.Trust, signature.TrustLabel, signature.Level);
    }

    /// <summary>Signed once, with something that is seen and a reason.</summary>
    private static async Task<(byte[] Original, byte[] Signed)> SignAsync(string kind)
    {
        var original = SigningTests.Make(kind);
        using var key = TestPki.Shared.RsaKey();
        var signed = await SigningTests.SignAsync(
            original,
            key,
            new()
            {
                Time = TestPki.Now,
                Password = Password(kind),
                Look = new(1, new(100, 100, 200, 60)),
            }
        );
        Assert.True(Passes(signed, kind));
        return (original, signed);
    }

    private static string? Password(string kind) =>
        kind.StartsWith("RC4", StringComparison.Ordinal) || kind.StartsWith("AES", StringComparison.Ordinal) ? "chu" : null;

    private static IEnumerable<(string Name, int From, int To)> Regions(byte[] original, byte[] signed)
    {
        var (from, to) = Gap(signed);
        var range = Encoding.Latin1.GetString(signed).LastIndexOf("/ByteRange [", StringComparison.Ordinal);
        var end = Encoding.Latin1.GetString(signed).LastIndexOf("startxref", StringComparison.Ordinal);
        yield return ("the header", 0, 15);
        yield return ("the file", 15, original.Length);
        yield return ("what was added", original.Length, from);
        yield return (Value, from, from + 2000);
        yield return ("the room behind the value", to - 2000, to);
        yield return ("what was added behind the value", to, end);
        yield return ("the range of bytes", range, range + 60);
        yield return ("the end", end, signed.Length);
    }

    private static IEnumerable<int> Spread(int from, int to, int count) =>
        Enumerable.Range(0, count).Select(i => from + (int)((long)(to - from) * i / count)).Distinct();

    /// <summary>From the bracket that opens the value to behind the one that closes it.</summary>
    private static (int From, int To) Gap(byte[] signed)
    {
        var text = Encoding.Latin1.GetString(signed);
        var from = text.LastIndexOf("/Contents <", StringComparison.Ordinal) + "/Contents ".Length;
        return (from, text.IndexOf('>', from) + 1);
    }
}
