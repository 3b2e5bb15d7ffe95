using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Units;
using DoanKet.Pades;
using DoanKet.Ui.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DoanKet.Modules.Signing.Keys;

/// <summary>The certificates in the server's security module, one of which is the unit's.</summary>
[Requires(Permissions.SealCode)]
internal sealed class ModuleKeyModel(HeldKeys keys, ServerModule module, AddModuleKey add) : PageModel
{
    public const string Address = "/chu-ky-so/thiet-bi";

    /// <summary>SHA-256 of the certificate that is chosen.</summary>
    [BindProperty]
    public string Fingerprint { get; set; } = "";

    [BindProperty]
    public string Pin { get; set; } = "";

    public Unit Office { get; private set; } = null!;

    /// <param name="Fingerprint">SHA-256, hexadecimal.</param>
    internal sealed record Choice(string Fingerprint, string Name, string Issuer, DateTime Until);

    public IReadOnlyList<Choice> Choices { get; private set; } = [];

    /// <summary>Why the module does not answer; empty when it does.</summary>
    public string Problem { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
            return NotFound();
        var added = await add.HandleAsync(KeyHolder.Unit(Office.Id), Fingerprint, Pin, ct);
        if (!added.Ok)
            return this.Invalid(added);
        TempData["flash"] = "Đã đăng ký chứng thư trong thiết bị bảo mật.";
        return Redirect(AgencyKeyModel.Address);
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (!module.IsSet || await keys.OwnOfficeAsync(ct) is not { } office)
            return false;
        Office = office;
        try
        {
            Choices = [.. module.Certificates().Select(found => Read(found[0]))];
        }
        catch (PdfRefusedException e)
        {
            Problem = Refusal.Explain(e)!;
        }
        return true;
    }

    private static Choice Read(X509Certificate2 certificate) =>
        new(
            certificate.GetCertHashString(HashAlgorithmName.SHA256),
            certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false),
            certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: true),
            certificate.NotAfter.ToUniversalTime()
        );
}
