using System.Globalization;
using DoanKet.Contracts.Signing;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Signing.Places;
using DoanKet.Pades;

namespace DoanKet.Modules.Signing.Sealing;

/// <summary>What is seen of the unit's signature: number and day in their fields, and the seal.</summary>
internal static class SealDrawing
{
    public static Result<SigningOptions> Draw(
        PaperText text,
        PdfSource file,
        SigningOptions plain,
        string signerName,
        GivenNumber number,
        SignatureImage seal,
        int sealWidth
    )
    {
        var fields = PdfPages.FieldsOf(file);
        var texts = Texts(fields, number);
        if (!texts.ContainsKey(NumberPlaces.Number) && !IsPrinted(text, number))
            return Result<SigningOptions>.Fail(
                $"Trên tệp chưa có số {number.Text} và không có chỗ trống để ghi. Hãy trả lại số và để người soạn nộp bản có chỗ trống sau "
                    + "“Số:”, hoặc bản in sẵn số đã giữ."
            );
        return plain with { FieldTexts = texts, Look = LookOf(text, file, fields, signerName, seal, sealWidth) };
    }

    private static Dictionary<string, SignatureText> Texts(IReadOnlyList<FieldPlace> fields, GivenNumber number)
    {
        var digits = string.Concat(number.Text.TakeWhile(char.IsAsciiLetterOrDigit));
        var values = new Dictionary<string, string>
        {
            [NumberPlaces.Number] = digits,
            [NumberPlaces.Day] = number.Day.Day.ToString("00", CultureInfo.InvariantCulture),
            // January and February with two digits, the others as they are (phụ lục I, phần II, mục 4).
            [NumberPlaces.Month] = number.Day.Month.ToString(number.Day.Month < 3 ? "00" : "0", CultureInfo.InvariantCulture),
        };
        return fields
            .Where(field => !field.IsSignature && !field.IsFilled && values.ContainsKey(field.Name))
            .ToDictionary(field => field.Name, field => NumberPlaces.Fit(values[field.Name], field.Place));
    }

    private static bool IsPrinted(PaperText text, GivenNumber number) => text.Official.Number?.Value.Text == number.Text;

    /// <returns>Null where the place of the signature is not to be found: the file is signed without a seal that is seen.</returns>
    private static SignatureLook? LookOf(
        PaperText text,
        PdfSource file,
        IReadOnlyList<FieldPlace> fields,
        string signerName,
        SignatureImage seal,
        int sealWidth
    )
    {
        var signature = fields.LastOrDefault(field => field is { IsSignature: true, IsFilled: true });
        var beside = signature is null ? PicturePlace.Find(text, file, signerName, ratio: 2.5) : (signature.Page, signature.Place);
        if (beside is not { } found || PdfPages.SizeOf(file, found.Page) is not { } page)
            return null;
        var place = SealPlace.Find(found.Place, page, sealWidth, (double)seal.Width / seal.Height);
        return place is null ? null : new(found.Page, place, seal);
    }
}
