using DoanKet.Kernel.Results;

namespace DoanKet.Contracts.Signing;

/// <summary>Where the picture of a person's signature stands on a page as shown: points (1/72 inch) from its lower left corner.</summary>
public sealed record PictureSpot(int Page, double X, double Y, double Width, double Height);

/// <summary>The picture of the signed-in person on a paper.</summary>
/// <param name="Spot">Where it comes to stand.</param>
/// <param name="PageWidth">Of the spot's page, in points; and its height.</param>
/// <param name="IsFound">Found on the paper, or chosen; otherwise only a proposal, and nothing is seen unless it is chosen.</param>
/// <param name="IsMoved">Chosen by the person.</param>
/// <param name="PictureAddress">Of the picture itself.</param>
public sealed record PlacedPicture(
    PictureSpot Spot,
    double PageWidth,
    double PageHeight,
    bool IsFound,
    bool IsMoved,
    string PictureAddress
);

/// <summary>
/// Where the picture of the own signature is put on a paper: between position and name as the decree has it (Nghị định 30/2020/NĐ-CP, phụ
/// lục I, phần II, mục 7), or where its owner has moved it.
/// </summary>
public interface IPicturePlaces
{
    /// <param name="sha256">The PDF file.</param>
    /// <param name="signerName">As it stands under the paper.</param>
    /// <param name="page">On which it is to be proposed where the person looks at another page; null: where it is.</param>
    /// <returns>Null where the person has no key or no picture, or the file cannot be read.</returns>
    Task<PlacedPicture?> FindAsync(string sha256, string signerName, int? page, CancellationToken ct);

    /// <summary>Keeps where the owner wants it; whatever signs the file then puts it there.</summary>
    Task<Result> MoveAsync(string sha256, PictureSpot spot, CancellationToken ct);

    /// <summary>As the paper has it.</summary>
    Task<Result> ResetAsync(string sha256, CancellationToken ct);
}
