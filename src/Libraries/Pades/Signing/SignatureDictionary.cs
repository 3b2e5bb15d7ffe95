using System.Text;
using DoanKet.Pades.Objects;

namespace DoanKet.Pades;

/// <summary>The dictionary of a new signature with its two holes (ISO 32000-2, 12.8.1; ETSI EN 319 142-1, 6.3).</summary>
internal sealed class SignatureDictionary
{
    /// <summary>Room for four numbers of 14 digits: more than any file needs.</summary>
    private const int ByteRangeLength = 62;

    private SignatureDictionary(PdfDictionary value, int reserved)
    {
        Value = value;
        ByteRange = new(Encoding.ASCII.GetBytes("[" + new string(' ', ByteRangeLength) + "]"));
        Contents = new(Encoding.ASCII.GetBytes("<" + new string('0', reserved * 2) + ">"));
        Value["ByteRange"] = ByteRange;
        Value["Contents"] = Contents;
    }

    public PdfDictionary Value { get; }
    public PdfRaw ByteRange { get; }
    public PdfRaw Contents { get; }

    /// <param name="reserved">Bytes for the signature's value.</param>
    /// <param name="fieldLock">/Lock of the field: becomes what this signature locks.</param>
    public static SignatureDictionary ForSignature(SigningOptions options, int reserved, PdfDictionary? fieldLock)
    {
        var value = new PdfDictionary(
            ("Type", new PdfName("Sig")),
            ("Filter", new PdfName("Adobe.PPKLite")),
            ("SubFilter", new PdfName("ETSI.CAdES.detached")),
            ("M", PdfText.Date(options.Time))
        );
        AddText(value, "Name", options.SignerName);
        AddText(value, "Reason", options.Reason);
        AddText(value, "Location", options.Location);
        if (fieldLock is not null)
            value["Reference"] = PdfArray.Of(LockReference(fieldLock));
        return new(value, reserved);
    }

    public static SignatureDictionary ForTimeStamp(int reserved) =>
        new(
            new(
                ("Type", new PdfName("DocTimeStamp")),
                ("Filter", new PdfName("Adobe.PPKLite")),
                ("SubFilter", new PdfName("ETSI.RFC3161"))
            ),
            reserved
        );

    private static void AddText(PdfDictionary value, string key, string? text)
    {
        if (!string.IsNullOrWhiteSpace(text))
            value[key] = PdfText.Encode(text.Trim());
    }

    private static PdfDictionary LockReference(PdfDictionary fieldLock)
    {
        var parameters = new PdfDictionary(("Type", new PdfName("TransformParams")), ("V", new PdfName("1.2")));
        foreach (var key in (string[])["Action", "Fields", "P"])
            parameters[key] = fieldLock[key];
        return new(("Type", new PdfName("SigRef")), ("TransformMethod", new PdfName("FieldMDP")), ("TransformParams", parameters));
    }
}
