using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Documents.Shared;
using DoanKet.Ui.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace DoanKet.Modules.Documents.Registers;

[Requires(Permissions.ReadBooksCode)]
internal sealed class ChooseModel(
    IEnumerable<IRegister> registers,
    ArrivalBooks books,
    ActingOffice office,
    UserContext user,
    TimeProvider time
) : PageModel
{
    /// <summary>What the clerk chose.</summary>
    internal sealed class Choice
    {
        public string Book { get; set; } = "den";

        public int? Year { get; set; }

        public DateOnly? From { get; set; }

        public DateOnly? To { get; set; }

        public int? FirstNumber { get; set; }

        public int? LastNumber { get; set; }

        public int? Volume { get; set; }
    }

    [BindProperty]
    public Choice Input { get; set; } = new();

    /// <summary>A choice made before, to be changed.</summary>
    [BindProperty(SupportsGet = true)]
    public RegisterForm Form { get; set; } = new();

    /// <summary>The book chosen before.</summary>
    [FromQuery(Name = "so")]
    public string? Slug { get; set; }

    public string? UnitName { get; private set; }

    /// <summary>The decree's books; a unit that keeps several incoming books has a line for each, also for one that ended.</summary>
    public IEnumerable<SelectListItem> Books =>
        registers.SelectMany(r =>
            r is IncomingRegister
                ? books.Ever.Select(b => new SelectListItem(b.Name, Value(r.Slug, b.Code)))
                : [new SelectListItem(r.Title("", time.Today().Year), r.Slug)]
        );

    public async Task OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        Input = new()
        {
            Book = Value(Slug ?? "den", Form.Book ?? ""),
            Year = Form.Year ?? time.Today().Year,
            From = Form.From,
            To = Form.To,
            FirstNumber = Form.FirstNumber,
            LastNumber = Form.LastNumber,
            Volume = Form.Volume,
        };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        var check = new Check()
            .That(Books.Any(b => b.Value == Input.Book), "Book", "Hãy chọn một sổ.")
            .That(Input.Year is >= 1990 and <= 2200, "Year", "Hãy ghi năm bằng bốn chữ số, ví dụ 2026.")
            .That(Input.From is null || Input.To is null || Input.From <= Input.To, "To", "Ngày cuối phải bằng hoặc sau ngày đầu.")
            .That(
                Input.FirstNumber is null || Input.LastNumber is null || Input.FirstNumber <= Input.LastNumber,
                "LastNumber",
                "Số cuối phải bằng hoặc lớn hơn số đầu."
            );
        if (!ModelState.IsValid || !check.Ok)
            return this.Invalid(check.AsResult(), nameof(Input));
        var (slug, book) = Input.Book.Split('.') is [var first, var second] ? (first, second) : (Input.Book, "");
        var form = new RegisterForm
        {
            Year = Input.Year,
            Book = book,
            From = Input.From,
            To = Input.To,
            FirstNumber = Input.FirstNumber,
            LastNumber = Input.LastNumber,
            Volume = Input.Volume,
        };
        return Redirect(form.Address("/van-ban/so/" + slug) + (form.IsWhole ? "#" + BookModel.Newest : ""));
    }

    private static string Value(string slug, string book) => book.Length == 0 ? slug : $"{slug}.{book}";

    private async Task LoadAsync(CancellationToken ct) =>
        UnitName =
            await office.FindAsync(ct) is { } unit && user.Required.Can(Permissions.ReadBooks, unit.Id, unit.Path) ? unit.Name : null;
}
