using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace DoanKet.Modules.Documents.Incoming;

/// <summary>A day by which the text of a received document asks for something.</summary>
/// <param name="Words">What the text says: "trước ngày 15/6/2026".</param>
internal sealed record ReadDeadline(DateOnly Day, string Words)
{
    /// <summary>Not a field of the form: what is offered below the deadline.</summary>
    public const string Field = "Deadlines";

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static string Write(IReadOnlyList<ReadDeadline> deadlines) => JsonSerializer.Serialize(deadlines, Json);

    /// <summary>In the order of the text; empty when none was read.</summary>
    public static IReadOnlyList<ReadDeadline> From(IReadOnlyDictionary<string, ReadValue> reading) =>
        reading.TryGetValue(Field, out var value) ? JsonSerializer.Deserialize<List<ReadDeadline>>(value.Text, Json)! : [];
}
