using DoanKet.Pades.Objects;
using DoanKet.Pades.Reading;
using DoanKet.Pades.Writing;

namespace DoanKet.Pades;

/// <summary>Turns a rectangle on a page as it is shown into user space, and makes what is drawn in it stand upright there.</summary>
internal static class SignaturePlace
{
    public static Box Find(Page page, PageRectangle shown)
    {
        var isTurned = page.Rotation is 90 or 270;
        var (width, height) = (page.CropBox.Width, page.CropBox.Height);
        var (shownWidth, shownHeight) = isTurned ? (height, width) : (width, height);
        var (left, bottom) = (shown.X, shown.Y);
        var (right, top) = (shown.X + shown.Width, shown.Y + shown.Height);
        var isOnPage = left >= 0 && bottom >= 0 && right <= shownWidth + 0.01 && top <= shownHeight + 0.01;
        if (!isOnPage || shown.Width <= 0 || shown.Height <= 0 || !double.IsFinite(right + top))
            throw new PdfRefusedException(
                PdfRefusal.Place,
                $"The place of the signature is not on the page, which is {shownWidth:0.#} by {shownHeight:0.#} points."
            );
        var inBox = page.Rotation switch
        {
            90 => new Box(width - top, left, width - bottom, right),
            180 => new Box(width - right, height - top, width - left, height - bottom),
            270 => new Box(bottom, height - right, top, height - left),
            _ => new Box(left, bottom, right, top),
        };
        var (x, y) = (page.CropBox.Left, page.CropBox.Bottom);
        return new(inBox.Left + x, inBox.Bottom + y, inBox.Right + x, inBox.Top + y);
    }

    /// <summary>A form that draws the image over the whole rectangle (12.5.5).</summary>
    public static PdfReference AddAppearance(IncrementalUpdate update, SignatureLook look, int rotation)
    {
        var (width, height) = (look.Place.Width, look.Place.Height);
        double[] upright = rotation switch
        {
            90 => [0, 1, -1, 0, height, 0],
            180 => [-1, 0, 0, -1, width, height],
            270 => [0, -1, 1, 0, 0, width],
            _ => [1, 0, 0, 1, 0, 0],
        };
        var image = look.Image.AddTo(update);
        var dictionary = new PdfDictionary(
            ("Type", new PdfName("XObject")),
            ("Subtype", new PdfName("Form")),
            ("BBox", PdfArray.OfNumbers(0, 0, width, height)),
            ("Matrix", PdfArray.OfNumbers(upright)),
            ("Resources", new PdfDictionary(("XObject", new PdfDictionary(("Image", image)))))
        );
        var content = $"q {width:0.###} 0 0 {height:0.###} 0 0 cm /Image Do Q";
        return update.Add(new PdfStream(dictionary, System.Text.Encoding.ASCII.GetBytes(content)));
    }
}
