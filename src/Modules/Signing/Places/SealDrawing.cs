using System.Globalization;
using DoanKet.Contracts.Signing;
using DoanKet.Pades;

namespace DoanKet.Modules.Signing.Places;

/// <summary>What is seen of the unit's signature: number and day in their fields, and the seal.</summary>
internal sealed class SealDrawing(PaperText text, PdfSource file)
{
    private readonly IReadOnlyList<FieldPlace> _fields = PdfPages.FieldsOf(file);

    /// <param name="held">The number that the document holds already; null while it has none.</param>
    /// <returns>Why number and day have no place on the paper; empty where they have.</returns>
    public string Problem(string? held)
    {
        if (!Waits(NumberPlaces.Number) && (held is null || text.Official.Number?.Value.Text != held))
            return held is null
                ? "Trên tệp không có chỗ trống để ghi số sau “Số:”. Văn bản này chỉ phát hành không đóng dấu số được; lần sau hãy để chỗ "
                    + "trống, hoặc giữ số và in sẵn trước khi ký."
                : $"Trên tệp không có số {held} và không có chỗ trống để ghi. Hãy trả lại số để văn bản về bước ký và nộp bản khác.";
        return Waits(NumberPlaces.Day) || text.Official.IssuedOn is not null
            ? ""
            : "Trên tệp không có ngày ban hành và không có chỗ trống để ghi. Văn bản này chỉ phát hành không đóng dấu số được.";
    }

    public SigningOptions With(SigningOptions plain, GivenNumber number, string signerName, SignatureImage seal, int sealWidth) =>
        plain with
        {
            FieldTexts = Texts(number),
            Look = LookOf(signerName, seal, sealWidth),
        };

    private bool Waits(string name) => _fields.Any(field => field.Name == name && field is { IsSignature: false, IsFilled: false });

    private Dictionary<string, SignatureText> Texts(GivenNumber number)
    {
        var digits = string.Concat(number.Text.TakeWhile(char.IsAsciiLetterOrDigit));
        var values = new Dictionary<string, string>
        {
            [NumberPlaces.Number] = digits,
            [NumberPlaces.Day] = number.Day.Day.ToString("00", CultureInfo.InvariantCulture),
            // January and February with two digits, the others as they are (phụ lục I, phần II, mục 4).
            [NumberPlaces.Month] = number.Day.Month.ToString(number.Day.Month < 3 ? "00" : "0", CultureInfo.InvariantCulture),
        };
        return _fields
            .Where(field => values.ContainsKey(field.Name) && Waits(field.Name))
            .ToDictionary(field => field.Name, field => NumberPlaces.Fit(values[field.Name], field.Place));
    }

    /// <returns>Null where the place of the signature is not to be found: the file is signed without a seal that is seen.</returns>
    private SignatureLook? LookOf(string signerName, SignatureImage seal, int sealWidth)
    {
        var signature = _fields.LastOrDefault(field => field is { IsSignature: true, IsFilled: true });
        var beside = signature is null ? PicturePlace.Find(text, file, signerName, ratio: 2.5) : (signature.Page, signature.Place);
        if (beside is not { } found || PdfPages.SizeOf(file, found.Page) is not { } page)
            return null;
        var place = SealPlace.Find(found.Place, page, sealWidth, (double)seal.Width / seal.Height);
        return place is null ? null : new(found.Page, place, seal);
    }
}
