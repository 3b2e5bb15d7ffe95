using System.Text;
using DoanKet.Pades;
using DoanKet.Testing.Signatures;

namespace DoanKet.Libraries.Tests.Pades;

/// <summary>What people tried on signed files: each must be seen for what it is.</summary>
public sealed class AttackTests
{
    private static readonly Lazy<Task<byte[]>> Signed = new(() => SignAsync(new SmallPdf().Bytes()));

    [Fact]
    public async Task AChangedByteInSignedTextIsSeen()
    {
        var file = Replace(await Signed.Value, "Lao dong", "Lao Dong");

        var signature = Assert.Single(SigningTests.Verify(file).Signatures);

        Assert.Equal(CryptoVerdict.Invalid, signature.Crypto);
    }

    [Fact]
    public async Task NoByteOfTheFileCanBeChangedUnseen()
    {
        var file = await Signed.Value;
        var problems = new List<int>();
        for (var at = 0; at < file.Length; at += 7)
        {
            var changed = (byte[])file.Clone();
            changed[at] ^= 0x10;
            if (SigningTests.Verify(changed).Overall is OverallVerdict.Valid or OverallVerdict.Warning)
                problems.Add(at);
        }
        Assert.Empty(problems);
    }

    [Theory]
    [InlineData("a page's text", "4 0 obj", LaterChanges.Undefined, OverallVerdict.Invalid)]
    [InlineData("a page's font", "5 0 obj", LaterChanges.Undefined, OverallVerdict.Invalid)]
    [InlineData("a page more", "pages", LaterChanges.Undefined, OverallVerdict.Invalid)]
    [InlineData("an object that nothing leads to", "orphan", LaterChanges.Undefined, OverallVerdict.Invalid)]
    [InlineData("a note", "note", LaterChanges.Annotation, OverallVerdict.Warning)]
    [InlineData("the signature's reason", "reason", LaterChanges.Undefined, OverallVerdict.Invalid)]
    [InlineData("an action at opening", "action", LaterChanges.Undefined, OverallVerdict.Invalid)]
    [InlineData("nothing at all", "same", LaterChanges.None, OverallVerdict.Valid)]
    public async Task AnUpdateIsSeenForWhatItChanges(string what, string update, LaterChanges expected, OverallVerdict overall)
    {
        var signed = await Signed.Value;
        const string content = "BT /F1 24 Tf 72 700 Td (Lien doan khac) Tj ET";
        (int, string)[] objects = update switch
        {
            "4 0 obj" => [(4, $"<< /Length {content.Length} >>\nstream\n{content}\nendstream")],
            "5 0 obj" => [(5, "<< /Type /Font /Subtype /Type1 /BaseFont /Symbol >>")],
            "pages" =>
            [
                (2, "<< /Type /Pages /Kids [3 0 R 20 0 R] /Count 2 /MediaBox [0 0 595 842] >>"),
                (20, "<< /Type /Page /Parent 2 0 R >>"),
            ],
            "orphan" => [(20, "<< /Type /Page /Parent 2 0 R >>")],
            "note" =>
            [
                (3, ObjectOf(signed, 3).Replace("/Annots [", "/Annots [20 0 R ", StringComparison.Ordinal)),
                (20, "<< /Type /Annot /Subtype /Text /Rect [10 10 30 30] /Contents (xem) >>"),
            ],
            "reason" => [(6, ObjectOf(signed, 6).Replace("/Reason (thu)", "/Reason (doi)", StringComparison.Ordinal))],
            "action" =>
            [
                (1, ObjectOf(signed, 1).Replace("/Type /Catalog", "/Type /Catalog /OpenAction [3 0 R /Fit]", StringComparison.Ordinal)),
            ],
            _ => [(5, "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")],
        };

        var report = SigningTests.Verify(SmallPdf.Append(signed, objects));

        var signature = Assert.Single(report.Signatures);
        Assert.True(expected == signature.Changes, $"{what}: {signature.Changes} {string.Join(" ", signature.Notes)} {report.Problem}");
        Assert.Equal(overall, report.Overall);
    }

    [Theory]
    [InlineData("/ByteRange [0 ", "/ByteRange [1 ")]
    [InlineData("/ByteRange [", "/ByteRang  [")]
    [InlineData("/Contents <", "/Contents (")]
    [InlineData("/SubFilter /ETSI.CAdES.detached", "/SubFilter /ETSI.CAdES.detacher")]
    public async Task AForgedFrameIsNoSignature(string part, string forged)
    {
        var report = SigningTests.Verify(Replace(await Signed.Value, part, forged));

        Assert.NotEqual(OverallVerdict.Valid, report.Overall);
        Assert.NotEqual(OverallVerdict.Warning, report.Overall);
    }

    [Theory]
    [InlineData("/V (moi)", LaterChanges.Form, OverallVerdict.Valid)]
    [InlineData("/V () /Rect [0 0 500 500]", LaterChanges.Annotation, OverallVerdict.Warning)]
    [InlineData("/V () /A << /S /JavaScript >>", LaterChanges.Undefined, OverallVerdict.Invalid)]
    public async Task AFieldMayBeFilledAndNotMovedOrGivenAnAction(string more, LaterChanges expected, OverallVerdict overall)
    {
        const string field = "<< /Type /Annot /Subtype /Widget /FT /Tx /T (So) /Rect [10 10 90 30] ";
        var file = new SmallPdf
        {
            CatalogMore = "/AcroForm << /Fields [6 0 R] >>",
            PageMore = "/Annots [6 0 R]",
            More = [field + "/V () >>"],
        };
        var signed = await SignAsync(file.Bytes());
        var changed = more.Contains("/Rect", StringComparison.Ordinal)
            ? field.Replace("/Rect [10 10 90 30]", "", StringComparison.Ordinal)
            : field;

        var report = SigningTests.Verify(SmallPdf.Append(signed, (6, changed + more + " >>")));

        Assert.Equal(expected, Assert.Single(report.Signatures).Changes);
        Assert.Equal(overall, report.Overall);
    }

    [Fact]
    public async Task BytesBehindTheEndAreSeen()
    {
        byte[] file = [.. await Signed.Value, .. "<script>"u8];

        var report = SigningTests.Verify(file);

        Assert.Equal(OverallVerdict.Invalid, report.Overall);
    }

    [Fact]
    public async Task AWrappedSignatureIsNoSignature()
    {
        // The signed bytes are kept where they were, and the range skips what was put between.
        var file = Encoding.Latin1.GetString(await Signed.Value);
        var range = file.IndexOf("/ByteRange [", StringComparison.Ordinal) + "/ByteRange [".Length;
        var numbers = file[range..].Split(']')[0].Trim().Split(' ').Select(long.Parse).ToArray();
        var end = (int)numbers[2];
        const string added = "                    ";
        var moved = $"{numbers[0]} {numbers[1]} {numbers[2] + added.Length} {numbers[3]}";
        var forged = file[..end] + added + file[end..];
        forged = forged.Remove(range, moved.Length).Insert(range, moved);

        Assert.Equal(OverallVerdict.Invalid, SigningTests.Verify(Encoding.Latin1.GetBytes(forged)).Overall);
    }

    [Fact]
    public void AFileWithoutSignatureSaysSo() =>
        Assert.Equal(OverallVerdict.NoSignature, SigningTests.Verify(new SmallPdf().Bytes()).Overall);

    [Theory]
    [InlineData("")]
    [InlineData("%PDF-1.7\n%%EOF")]
    [InlineData("%PDF-1.7\nxref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 1 /Root 1 0 R /Prev 9 >>\nstartxref\n9\n%%EOF")]
    [InlineData("%PDF-1.7\nxref\n0 99999999\ntrailer\n<< >>\nstartxref\n9\n%%EOF")]
    [InlineData("%PDF-1.7\nstartxref\n99999\n%%EOF")]
    public void ABrokenFileIsInvalid(string text)
    {
        var report = SigningTests.Verify(Encoding.Latin1.GetBytes(text));

        Assert.Equal(OverallVerdict.Invalid, report.Overall);
        Assert.NotNull(report.Problem);
    }

    private static Task<byte[]> SignAsync(byte[] file) =>
        SigningTests.SignAsync(file, TestPki.Shared.RsaKey(), new() { Time = TestPki.Now, Reason = "thu" });

    private static string ObjectOf(byte[] file, int number)
    {
        var text = Encoding.Latin1.GetString(file);
        var head = $"\n{number} 0 obj\n";
        var from = text.LastIndexOf(head, StringComparison.Ordinal) + head.Length;
        return text[from..text.IndexOf("\nendobj", from, StringComparison.Ordinal)];
    }

    private static byte[] Replace(byte[] file, string part, string with)
    {
        var text = Encoding.Latin1.GetString(file);
        Assert.Contains(part, text, StringComparison.Ordinal);
        return Encoding.Latin1.GetBytes(text.Replace(part, with, StringComparison.Ordinal));
    }
}
