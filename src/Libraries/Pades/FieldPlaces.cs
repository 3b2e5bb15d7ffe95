using DoanKet.Pades.Objects;
using DoanKet.Pades.Reading;

namespace DoanKet.Pades;

/// <summary>A field that is seen on a page.</summary>
/// <param name="Name">Full, with dots.</param>
/// <param name="IsSignature">It is for a signature; otherwise for something else.</param>
/// <param name="IsFilled">It is signed, or something is entered.</param>
/// <param name="Page">From 1 on.</param>
public sealed record FieldPlace(string Name, bool IsSignature, bool IsFilled, int Page, PageRectangle Place);

/// <summary>Finds where the fields of a file stand.</summary>
internal static class FieldPlaces
{
    public static IReadOnlyList<FieldPlace> Of(PdfFile file, IReadOnlyList<FormField> fields)
    {
        var pages = new PageTree(file).Pages.ToList();
        var found = new List<FieldPlace>();
        foreach (var field in fields.Where(field => !field.IsGroup && field.Reference is not null))
        {
            if (ReadBox(file, field.Dictionary["Rect"]) is not { Width: > 0, Height: > 0 } box)
                continue;
            var index = pages.FindIndex(page =>
                page.Reference.Equals(field.Dictionary["P"])
                || file.Array(page.Dictionary["Annots"])?.Items.Contains(field.Reference!) == true
            );
            if (index >= 0)
                found.Add(
                    new(
                        field.Name,
                        field.IsSignature,
                        file.Resolve(field.Value) is not (null or PdfNull),
                        index + 1,
                        SignaturePlace.Shown(pages[index], box)
                    )
                );
        }
        return found;
    }

    private static Box? ReadBox(PdfFile file, PdfObject? value)
    {
        var numbers = file.Array(value)?.Items.Select(item => (file.Resolve(item) as PdfNumber)?.Value ?? 0).ToList();
        return numbers is [var a, var b, var c, var d] ? new(Math.Min(a, c), Math.Min(b, d), Math.Max(a, c), Math.Max(b, d)) : null;
    }
}
