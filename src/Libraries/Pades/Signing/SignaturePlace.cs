using DoanKet.Pades.Reading;

namespace DoanKet.Pades;

/// <summary>Turns a rectangle on a page as it is shown into user space, and back.</summary>
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

    /// <summary>The other way round: where a rectangle in user space is shown.</summary>
    public static PageRectangle Shown(Page page, Box box)
    {
        var (width, height) = (page.CropBox.Width, page.CropBox.Height);
        var (x, y) = (page.CropBox.Left, page.CropBox.Bottom);
        var inBox = new Box(box.Left - x, box.Bottom - y, box.Right - x, box.Top - y);
        return page.Rotation switch
        {
            90 => new(inBox.Bottom, width - inBox.Right, inBox.Height, inBox.Width),
            180 => new(width - inBox.Right, height - inBox.Top, inBox.Width, inBox.Height),
            270 => new(height - inBox.Top, inBox.Left, inBox.Height, inBox.Width),
            _ => new(inBox.Left, inBox.Bottom, inBox.Width, inBox.Height),
        };
    }
}
