using System.Text.RegularExpressions;
using DoanKet.DocumentReading;
using DoanKet.OfficialFormat;
using DoanKet.Pades;

namespace DoanKet.Modules.Signing.Places;

/// <summary>
/// The blanks of a draft for the number and the day, which are known only after it was signed (Nghị định 30/2020/NĐ-CP, phụ lục I, phần II,
/// mục 3 and 4): fields are laid out over them with the first signature, and filled in with the agency's.
/// </summary>
internal static partial class NumberPlaces
{
    /// <summary>Names of the fields.</summary>
    public const string Number = "so",
        Day = "ngay",
        Month = "thang";

    /// <summary>Points: less has no room for a digit.</summary>
    private const double Narrowest = 9;

    public static IReadOnlyList<EmptyTextField> Find(PaperText text, PdfSource source)
    {
        if (PdfPages.SizeOf(source, 1) is not { } page)
            return [];
        var fields = new List<EmptyTextField>();
        // A form that another program made may have fields of the same name.
        var taken = PdfPages.FieldsOf(source).Select(field => field.Name).ToHashSet();
        Add(Number, NumberBlank().Match(text.Text).Groups["blank"]);
        var day = DayBlank().Match(text.Text);
        Add(Day, day.Groups["day"]);
        Add(Month, day.Groups["month"]);
        return fields;

        void Add(string name, Group blank)
        {
            if (!blank.Success || taken.Contains(name))
                return;
            if (text.Between(blank.Index - 1, blank.Index + blank.Length) is not { Page: 1, Width: >= Narrowest } place)
                return;
            var bottom = page.Height - place.Y - place.Height;
            if (place.X >= 0 && bottom >= 0 && place.X + place.Width <= page.Width && bottom + place.Height <= page.Height)
                fields.Add(new(name, place.Page, new(place.X, bottom, place.Width, place.Height)));
        }
    }

    /// <summary>
    /// What has neither a blank nor what is to stand there, by the words alone: a number that was reserved is printed already.
    /// </summary>
    /// <param name="heading">The first page's words.</param>
    public static IReadOnlyList<string> MissingIn(string heading)
    {
        var read = OfficialReader.Read(heading);
        var missing = new List<string>();
        if (!NumberBlank().IsMatch(heading) && read.Number is null)
            missing.Add("số (dạng “Số:      /HD-LĐLĐ”)");
        if (!DayBlank().IsMatch(heading) && read.IssuedOn is null)
            missing.Add("ngày, tháng (dạng “ngày      tháng      năm 2026”)");
        return missing;
    }

    /// <summary>As large as the letters around it, or as there is room for.</summary>
    public static SignatureText Fit(string text, PageRectangle place)
    {
        var size = PaperText.SizeOf(new TextPlace(0, 0, 0, 0, 0, 0, place.Height));
        var width = PaperText.Font.WidthOf(text, size);
        return new(PaperText.Font, [text], width > place.Width ? size * place.Width / width : size, IsCentred: true);
    }

    /// <summary>Spaces, dots or lines between "Số:" and the symbol.</summary>
    [GeneratedRegex(@"S[ốÔỐô]\s?:?(?<blank>[ .…_]{2,60})[/-] {0,2}\p{Lu}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NumberBlank();

    [GeneratedRegex(
        @"[Nn]gày(?<day>[ .…_]{2,60})tháng(?:(?<month>[ .…_]{2,60})| {1,3}\d{1,2} {1,3})năm",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex DayBlank();
}
