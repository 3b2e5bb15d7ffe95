using DoanKet.DocumentReading;
using DoanKet.OfficialFormat;

namespace DoanKet.Host.Cli;

/// <summary>What <c>doanket read</c> prints: a stable format.</summary>
internal sealed class ReadPaper(ReadResult text, OfficialReading read)
{
    /// <summary>A value that was read.</summary>
    /// <param name="Value">As printed; days as yyyy-MM-dd.</param>
    /// <param name="Page">From 1; null where the format knows no pages.</param>
    /// <param name="Box">Around the words it was read from.</param>
    /// <param name="Certainty">0 to 1: the part of such values that are right.</param>
    internal sealed record Field(string Value, int? Page, Box? Box, double Certainty);

    /// <summary>Points of 1/72 inch from the upper left corner of the page.</summary>
    internal sealed record Box(double X, double Y, double Width, double Height);

    /// <summary>In the order they are printed in; null or empty for what does not stand there.</summary>
    public IReadOnlyDictionary<string, object?> Fields { get; } =
        new Dictionary<string, object?>
        {
            ["status"] = text.Status.ToString(),
            ["number"] = Of(text, read.Number, n => n.Number),
            ["notation"] = Of(text, read.Notation, n => n),
            ["issuedOn"] = Of(text, read.IssuedOn, Day),
            ["place"] = Of(text, read.Place, p => p),
            ["issuer"] = Of(text, read.Issuer, i => i),
            ["superior"] = Of(text, read.SuperiorBody, s => s),
            ["kind"] = Of(text, read.Kind, k => k.Name),
            ["subject"] = Of(text, read.Subject, s => s),
            ["signer"] = Of(text, read.SignerName, s => s),
            ["position"] = Of(text, read.SignerPosition, p => p),
            ["authority"] = Of(text, read.SignerAuthority, a => a),
            ["urgency"] = Of(text, read.Urgency, Urgency),
            ["secrecy"] = Of(text, read.Secrecy, Secrecy),
            ["deadlines"] = read.Deadlines.Select(d => Of(text, d, deadline => Day(deadline.Day))).ToList(),
            ["addressees"] = read.Addressees.Select(a => Of(text, a, name => name)).ToList(),
            ["recipients"] = read.Recipients.Select(r => Of(text, r, name => name)).ToList(),
            ["pages"] = text.Pages,
        };

    /// <summary>For people: one value a line.</summary>
    public IEnumerable<string> Lines()
    {
        foreach (var (name, value) in Fields)
        {
            foreach (var one in value as IEnumerable<object?> ?? [value])
                yield return one is Field field ? $"{name, -12} {field.Value} ({field.Certainty:P0})" : $"{name, -12} {one}";
        }
    }

    private static Field? Of<T>(ReadResult text, Reading<T>? reading, Func<T, string> show)
    {
        if (reading is null)
            return null;
        TextPlace? place = null;
        foreach (var span in reading.Spans)
        {
            if (text.PlaceOf(span.Offset, span.Length) is { } part && (place is null || place.Page == part.Page))
                place = place?.Around(part) ?? part;
        }
        return new(show(reading.Value), place?.Page, place is null ? null : BoxOf(place), reading.Certainty);
    }

    private static Box BoxOf(TextPlace place) =>
        new(Math.Round(place.X, 1), Math.Round(place.Y, 1), Math.Round(place.Width, 1), Math.Round(place.Height, 1));

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static string Urgency(UrgencyMark mark) =>
        mark switch
        {
            UrgencyMark.Express => "Hỏa tốc",
            UrgencyMark.VeryUrgent => "Thượng khẩn",
            _ => "Khẩn",
        };

    private static string Secrecy(SecrecyMark mark) =>
        mark switch
        {
            SecrecyMark.UtmostSecret => "Tuyệt mật",
            SecrecyMark.TopSecret => "Tối mật",
            _ => "Mật",
        };
}
