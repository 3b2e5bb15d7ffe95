using System.ComponentModel.DataAnnotations;
using DoanKet.Kernel.Access;
using DoanKet.Ui.Charts;
using DoanKet.Ui.Parts;
using DoanKet.Ui.UnitPicker;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace DoanKet.Ui.Showcase;

/// <summary>Every part of the design system in every state, with invented words.</summary>
[SignedIn("shows the parts of which pages are made; holds nothing of anybody")]
public sealed class ShowcaseModel : PageModel
{
    [BindProperty]
    public SampleInput Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Books { get; } = [new("Sổ văn bản đến 2026", "1"), new("Sổ đơn thư 2026", "2")];

    public IReadOnlyList<SelectListItem> Urgencies { get; } = [new("Thường", "0", true), new("Khẩn", "1"), new("Hoả tốc", "2")];

    public IReadOnlyList<BarPart> Receipts { get; } =
    [
        new("Đã hoàn thành", 1_204, BadgeKind.Done),
        new("Đã vào sổ", 1_130, BadgeKind.Info),
        new("Chưa mở", 412, BadgeKind.Waiting),
        new("Quá hạn", 137, BadgeKind.Late),
        new("Trả lại", 28, BadgeKind.Returned),
    ];

    public void OnGet()
    {
        Input.ReceivedOn = new DateOnly(2026, 3, 5);
        Input.Number = "18/HD-LĐLĐ";
        Input.Subject = "Hướng dẫn tổ chức đại hội công đoàn cơ sở (dữ liệu minh hoạ)";
        ModelState.AddModelError("Input.IssuedOn", "“31/02/2026” không phải là ngày; hãy gõ ngày/tháng/năm, ví dụ 05/03/2026.");
        ModelState.AddModelError("", "Văn bản này có vẻ đã được đăng ký hôm qua; hãy xem lại trước khi lưu.");
    }

    public IActionResult OnPost()
    {
        if (Input.Receivers.IsChoosing(ModelState) || !ModelState.IsValid)
            return Page();
        TempData["flash"] = "Đây là trang minh hoạ: không có gì được lưu.";
        return RedirectToPage();
    }
}

/// <summary>One property for each kind of field.</summary>
public sealed class SampleInput
{
    public string? Number { get; set; }

    public DateOnly? ReceivedOn { get; set; }

    public DateOnly? IssuedOn { get; set; }

    [Required]
    public string? Subject { get; set; }

    public int? Pages { get; set; }

    public string? Book { get; set; }

    public string? Urgency { get; set; }

    public bool Reply { get; set; }

    public string? Files { get; set; }

    public UnitPick Receivers { get; set; } = new();
}
