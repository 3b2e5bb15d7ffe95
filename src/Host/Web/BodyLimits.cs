using DoanKet.Ui.Forms;
using Microsoft.Extensions.Options;

namespace DoanKet.Host.Web;

/// <summary>
/// How much a request may carry. Files are for signed-in people on pages that ask for them; a stranger sends a name and a password.
/// </summary>
internal sealed class BodyLimits(IOptions<Kernel.Settings.FileOptions> files)
{
    /// <summary>Bytes of a form without files: a pasted list of 5,000 units is half a megabyte.</summary>
    public const long Form = 4 * 1024 * 1024;

    public const long Stranger = 64 * 1024;

    /// <summary>As many files of the largest size as one form takes, and its text.</summary>
    private const int FilesInForm = 20;

    public long Of(HttpContext http)
    {
        var uploads = http.GetEndpoint()?.Metadata.GetMetadata<UploadsAttribute>();
        if (http.User.Identity?.IsAuthenticated != true)
            return Math.Max(Stranger, uploads?.StrangerBytes ?? 0);
        return uploads is not null ? files.Value.MaxBytes * FilesInForm + Form : Form;
    }
}
