using DoanKet.OfficialFormat.Parts;
using DoanKet.VietnameseText;

namespace DoanKet.OfficialFormat;

/// <summary>Reads the parts of an official document (Nghị định 30/2020/NĐ-CP, điều 8 và phụ lục I) out of its plain text.</summary>
public static class OfficialReader
{
    /// <summary>Text beyond this is not looked at.</summary>
    public const int MaxLength = 200_000;

    /// <summary>
    /// Reads the first pages and the last one; where no signature stands there, the whole text is searched for it: appendices follow it.
    /// </summary>
    /// <param name="heading">First pages and last page of the text.</param>
    /// <param name="text">All of it.</param>
    public static OfficialReading Read(string heading, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var read = Read(heading);
        if (read.SignerName is not null || text.Length <= heading.Length)
            return read;
        var whole = Read(text);
        return read with
        {
            SignerName = Elsewhere(whole.SignerName),
            SignerPosition = Elsewhere(whole.SignerPosition),
            SignerAuthority = Elsewhere(whole.SignerAuthority),
        };
    }

    /// <summary>
    /// Reads text as extracted from a file: in reading order, or with the two columns of the header side by side on one line.
    /// </summary>
    public static OfficialReading Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var sheet = new Sheet(Normalise.Nfc(text.Length > MaxLength ? text[..MaxLength] : text));
        var number = NumberPart.Read(sheet);
        var (date, place) = DatePart.Read(sheet);
        var title = TitlePart.Read(sheet, number);
        var (issuer, superior) = IssuerPart.Read(sheet, number?.Line ?? title.Line);
        var recipients = ListPart.Recipients(sheet, out var recipientsLine);
        var signature = SignaturePart.Read(sheet, title.Line, recipientsLine);
        return new OfficialReading
        {
            Number = number?.Number,
            Notation = number?.Notation,
            IssuedOn = date,
            Place = place,
            Issuer = issuer,
            SuperiorBody = superior,
            Kind = title.Kind,
            Subject = title.Subject,
            SignerName = signature.Name,
            SignerPosition = signature.Position,
            SignerAuthority = signature.Authority,
            Urgency = MarkPart.Urgency(sheet),
            Secrecy = MarkPart.Secrecy(sheet),
            Deadlines = DeadlinePart.Read(sheet, date?.Value),
            Addressees = ListPart.Addressees(sheet),
            Recipients = recipients,
        };
    }

    /// <summary>Its place is one of the whole text, not of the heading.</summary>
    private static Reading<string>? Elsewhere(Reading<string>? reading) => reading is null ? null : reading with { Spans = [] };
}
