namespace DoanKet.Pades;

/// <summary>Where a signature is seen and what is seen.</summary>
/// <param name="Page">From 1 on.</param>
/// <param name="Place">On the page as it is shown.</param>
/// <param name="Image">Over the whole place; null for none.</param>
/// <param name="Text">From the top of the place on; null for none.</param>
public sealed record SignatureLook(int Page, PageRectangle Place, SignatureImage? Image = null, SignatureText? Text = null);

/// <summary>
/// A rectangle on a page as a reader shows it, cut to its crop box and turned by its rotation: in points (1/72 inch) from the lower left
/// corner of what is shown.
/// </summary>
public sealed record PageRectangle(double X, double Y, double Width, double Height);
