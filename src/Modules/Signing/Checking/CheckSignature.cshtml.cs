using DoanKet.Kernel.Access;
using DoanKet.Pades;
using DoanKet.Ui.Forms;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace DoanKet.Modules.Signing.Checking;

/// <summary>Anybody with a file asks whether its signatures are right. Nothing is kept.</summary>
[Uploads(StrangerBytes = MostBytes + 64 * 1024)]
[Public("whoever got a signed file looks whether it may be trusted")]
[EnableRateLimiting(PublicPages.Policy)]
internal sealed class CheckSignatureModel(JudgeFile judge, StrangersQueue queue, TimeProvider time) : PageModel
{
    /// <summary>An official letter with its scans has some megabytes.</summary>
    private const int MostBytes = 30 * 1024 * 1024;

    [BindProperty]
    public IFormFile? Pdf { get; set; }

    /// <summary>Null when nothing was asked.</summary>
    public FileFindings? Report { get; private set; }

    public string FileName { get; private set; } = "";

    public void OnGet() => Response.KeepNowhere();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Response.KeepNowhere();
        var problem = Pdf switch
        {
            null or { Length: 0 } => "Hãy chọn tệp PDF cần kiểm tra.",
            { Length: > MostBytes } => "Tệp lớn hơn 30 MB; hãy kiểm tra trên máy có phần mềm đọc PDF.",
            _ => null,
        };
        if (problem is not null)
        {
            ModelState.AddModelError(nameof(Pdf), problem);
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }
        var file = Pdf!;
        await queue.Places.WaitAsync(ct);
        try
        {
            using var source = await ReadAsync(file, ct);
            Report = await judge.HandleAsync(source, time.GetUtcNow(), ct);
        }
        finally
        {
            queue.Places.Release();
        }
        FileName = Path.GetFileName(file.FileName);
        return Page();
    }

    private static async Task<PdfSource> ReadAsync(IFormFile file, CancellationToken ct)
    {
        var bytes = new byte[file.Length];
        await using var stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(bytes, ct);
        return PdfSource.FromBytes(bytes);
    }
}
