using DoanKet.Pades;

namespace DoanKet.Modules.Signing.Places;

/// <summary>
/// Where the seal belongs: over about a third of the picture of the signature, on its left, as large as it really is (Nghị định
/// 30/2020/NĐ-CP, phụ lục I, phần II, mục 8).
/// </summary>
internal static class SealPlace
{
    private const double PointsPerMillimetre = 72 / 25.4;

    /// <param name="beside">The picture of the signature.</param>
    /// <param name="millimetres">How wide the seal is.</param>
    /// <param name="ratio">Width to height of its picture.</param>
    /// <returns>Null where the seal is larger than the page.</returns>
    public static PageRectangle? Find(PageRectangle beside, PageSize page, double millimetres, double ratio)
    {
        var (width, height) = (millimetres * PointsPerMillimetre, millimetres * PointsPerMillimetre / ratio);
        if (width > page.Width || height > page.Height)
            return null;
        var left = beside.X + beside.Width / 3 - width;
        var bottom = beside.Y + (beside.Height - height) / 2;
        return new(Math.Clamp(left, 0, page.Width - width), Math.Clamp(bottom, 0, page.Height - height), width, height);
    }
}
