using DoanKet.OfficialFormat;

namespace DoanKet.Testing.Letters;

/// <summary>One value of a letter: what stands there, and what was read.</summary>
/// <param name="Expected">Empty when nothing stands there.</param>
/// <param name="Read">Empty when nothing was read.</param>
/// <param name="Confidence">How far the reader trusted it; null when nothing was read.</param>
public sealed record ReadField(string Name, string Expected, string Read, Confidence? Confidence)
{
    public bool Sure => Confidence == OfficialFormat.Confidence.Sure;

    public bool Right => string.Equals(Expected, Read, StringComparison.OrdinalIgnoreCase);
}

/// <summary>Compares what was read from a letter with what stands on it.</summary>
public static class LetterScore
{
    public static IReadOnlyList<ReadField> Of(Letter letter, OfficialReading read) =>
        [
            Field("number", letter.Number, read.Number, n => n.Number),
            Field("notation", letter.Notation, read.Notation, n => n),
            Field("issuedOn", Day(letter.IssuedOn), read.IssuedOn, Day),
            Field("issuer", letter.Issuer, read.Issuer, i => i),
            Field("superior", letter.Superior, read.SuperiorBody, s => s),
            Field("kind", letter.KindCode, read.Kind, k => k.Code),
            Field("subject", letter.Subject, read.Subject, s => s),
            Field("signer", letter.SignerName, read.SignerName, s => s),
            Field("position", letter.Position, read.SignerPosition, p => p),
            Field("authority", string.Join(", ", letter.Authority), read.SignerAuthority, a => a),
            Field("urgency", Urgency(letter.Urgency), read.Urgency, u => u.ToString()),
            Field("secrecy", Secrecy(letter.Secrecy), read.Secrecy, s => s.ToString()),
            List("deadlines", letter.Deadlines.Select(Day), read.Deadlines, d => Day(d.Day)),
            List("addressees", letter.Addressees, read.Addressees, a => a),
        ];

    private static string Day(DateOnly day) => day.ToString("O");

    private static string Urgency(string printed) =>
        printed switch
        {
            "KHẨN" => nameof(UrgencyMark.Urgent),
            "THƯỢNG KHẨN" => nameof(UrgencyMark.VeryUrgent),
            "HỎA TỐC" => nameof(UrgencyMark.Express),
            _ => "",
        };

    private static string Secrecy(string printed) =>
        printed switch
        {
            "MẬT" => nameof(SecrecyMark.Secret),
            "TỐI MẬT" => nameof(SecrecyMark.TopSecret),
            _ => "",
        };

    private static ReadField Field<T>(string name, string? expected, Reading<T>? read, Func<T, string> text) =>
        new(name, expected ?? "", read is null ? "" : text(read.Value), read?.Confidence);

    private static ReadField List<T>(string name, IEnumerable<string> expected, IReadOnlyList<Reading<T>> read, Func<T, string> text) =>
        new(
            name,
            string.Join(" | ", expected),
            string.Join(" | ", read.Select(r => text(r.Value))),
            read.Count == 0 ? null : read.Min(r => r.Confidence)
        );
}
