using System.Text;
using DoanKet.Pades.Objects;
using DoanKet.Pades.Writing;

namespace DoanKet.Pades;

/// <summary>What is seen in the rectangle of a field (ISO 32000-2, 12.5.5).</summary>
internal static class Appearance
{
    private const string ImageName = "Image";

    /// <param name="place">Only its size counts.</param>
    /// <param name="rotation">Of the page: what is drawn stands upright as it is shown.</param>
    /// <param name="image">Over the whole rectangle.</param>
    /// <param name="text">Above the image.</param>
    /// <returns>The value of /AP.</returns>
    public static PdfDictionary Add(
        IncrementalUpdate update,
        PageRectangle place,
        int rotation,
        SignatureImage? image = null,
        SignatureText? text = null
    )
    {
        var (width, height) = (place.Width, place.Height);
        text?.Check(width, height);
        var resources = new PdfDictionary();
        var content = new List<string>();
        if (image is not null)
        {
            resources["XObject"] = new PdfDictionary((ImageName, image.AddTo(update)));
            content.Add($"q {width:0.###} 0 0 {height:0.###} 0 0 cm /{ImageName} Do Q");
        }
        if (text is not null)
        {
            resources["Font"] = new PdfDictionary((SignatureText.FontName, text.AddFontTo(update)));
            content.Add(text.Draw(width, height));
        }
        double[] upright = rotation switch
        {
            90 => [0, 1, -1, 0, height, 0],
            180 => [-1, 0, 0, -1, width, height],
            270 => [0, -1, 1, 0, 0, width],
            _ => [1, 0, 0, 1, 0, 0],
        };
        var dictionary = new PdfDictionary(
            ("Type", new PdfName("XObject")),
            ("Subtype", new PdfName("Form")),
            ("BBox", PdfArray.OfNumbers(0, 0, width, height)),
            ("Matrix", PdfArray.OfNumbers(upright)),
            ("Resources", resources)
        );
        return new(("N", update.Add(new PdfStream(dictionary, Encoding.ASCII.GetBytes(string.Join('\n', content))))));
    }
}
