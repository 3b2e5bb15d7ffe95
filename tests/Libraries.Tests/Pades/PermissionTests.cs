using DoanKet.Pades;
using DoanKet.Testing.Signatures;

namespace DoanKet.Libraries.Tests.Pades;

/// <summary>What earlier signatures and the file's owner leave to others.</summary>
public sealed class PermissionTests
{
    private const string Certified =
        "<< /FT /Sig /T (Chung) /V << /Type /Sig /Reference [<< /TransformMethod /DocMDP /TransformParams << /P {0} >> >>] >> >>";

    private static readonly TestPki Pki = TestPki.Shared;

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    [InlineData(3, true)]
    public async Task ACertifiedFileIsSignedOnlyWhereItIsAllowed(int allowed, bool isSigned)
    {
        var file = WithForm(Certified.Replace("{0}", allowed.ToString(), StringComparison.Ordinal));

        await SignsAsync(file, null, isSigned);
    }

    [Theory]
    [InlineData("/Action /All", "Moi", false)]
    [InlineData("/Action /Include /Fields [(Moi)]", "Moi", false)]
    [InlineData("/Action /Include /Fields [(Khac)]", "Moi", true)]
    [InlineData("/Action /Exclude /Fields [(Moi)]", "Moi", true)]
    [InlineData("/Action /Exclude /Fields [(Khac)]", "Moi", false)]
    public async Task ALockedFieldIsNotSigned(string fieldLock, string name, bool isSigned)
    {
        var file = WithForm($"<< /FT /Sig /T (Truoc) /Lock << {fieldLock} >> /V << /Type /Sig /Filter /X >> >>");

        await SignsAsync(file, name, isSigned);
    }

    [Theory]
    [InlineData("none", false)]
    [InlineData("form", false)]
    [InlineData("annotate", false)]
    [InlineData("all", true)]
    public async Task TheOwnerOfAnEncryptedFileDecides(string modify, bool isSigned)
    {
        var file = Referees.Qpdf(new SmallPdf().Bytes(), "--encrypt", "", "chu", "256", $"--modify={modify}", "--");

        await SignsAsync(file, null, isSigned);
        await SignsAsync(file, null, isSigned: true, password: "chu");
    }

    [Fact]
    public async Task AFieldThatWaitsIsSignedInItsPlace()
    {
        var file = WithForm("<< /FT /Sig /Type /Annot /Subtype /Widget /T (Cho ky) /Rect [50 50 150 110] /P 3 0 R >>", "/Annots [6 0 R]");
        using var key = Pki.RsaKey();

        var signed = await SigningTests.SignAsync(file, key, new() { Time = TestPki.Now, FieldName = "Cho ky" });

        Referees.PdfsigAccepts(signed, 1);
        var signature = Assert.Single(SigningTests.Verify(signed).Signatures);
        Assert.Equal("Cho ky", signature.Field);
        await SignsAsync(signed, "Cho ky", isSigned: false);
    }

    [Fact]
    public async Task AFieldsLockHoldsAfterItsSignature()
    {
        var file = WithForm("<< /FT /Sig /T (Cho ky) /Lock << /Type /SigFieldLock /Action /All >> >>");
        using var key = Pki.RsaKey();
        var signed = await SigningTests.SignAsync(file, key, new() { Time = TestPki.Now, FieldName = "Cho ky" });

        Assert.Equal(OverallVerdict.Valid, SigningTests.Verify(signed).Overall);
        await SignsAsync(signed, null, isSigned: false);
    }

    [Fact]
    public async Task AFileForCertainPersonsIsRefused()
    {
        var file = new SmallPdf().Bytes();
        var text = System.Text.Encoding.Latin1.GetString(file).Replace("/Root 1 0 R", "/Root 1 0 R /Encrypt << /Filter /Adobe.PubSec >>");

        var refused = await RefusalAsync(System.Text.Encoding.Latin1.GetBytes(text), null, null);

        Assert.Equal(PdfRefusal.Encryption, refused?.Reason);
    }

    [Fact]
    public async Task AWrongPasswordIsRefused()
    {
        var file = Referees.Qpdf(new SmallPdf().Bytes(), "--encrypt", "mo", "chu", "256", "--");

        Assert.Equal(PdfRefusal.Password, (await RefusalAsync(file, null, "sai"))?.Reason);
        Assert.Null(await RefusalAsync(file, null, "mo"));
    }

    private static async Task SignsAsync(byte[] file, string? field, bool isSigned, string? password = null)
    {
        var refused = await RefusalAsync(file, field, password);

        Assert.Equal(isSigned, refused is null);
    }

    private static async Task<PdfRefusedException?> RefusalAsync(byte[] file, string? field, string? password)
    {
        using var key = Pki.RsaKey();
        try
        {
            await SigningTests.SignAsync(
                file,
                key,
                new()
                {
                    Time = TestPki.Now,
                    FieldName = field,
                    Password = password,
                }
            );
            return null;
        }
        catch (PdfRefusedException refused)
        {
            return refused;
        }
    }

    private static byte[] WithForm(string field, string pageMore = "") =>
        new SmallPdf
        {
            CatalogMore = "/AcroForm << /Fields [6 0 R] >>",
            PageMore = pageMore,
            More = [field],
        }.Bytes();
}
