using System.Globalization;
using System.Text.Json.Nodes;

namespace DoanKet.Pades;

/// <summary>Reads answers of providers: whatever is missing, or of another kind than expected, is null and never a crash.</summary>
internal static class JsonValues
{
    public static JsonNode? Child(this JsonNode? node, string name) => node is JsonObject fields ? fields[name] : null;

    public static IEnumerable<JsonNode> Items(this JsonNode? node) => node is JsonArray items ? items.OfType<JsonNode>() : [];

    /// <summary>Numbers, too: some providers write them without quotes and some with.</summary>
    public static string? Text(this JsonNode? node) =>
        node is not JsonValue value ? null
        : value.TryGetValue<string>(out var text) ? text
        : value.TryGetValue<long>(out var number) ? number.ToString(CultureInfo.InvariantCulture)
        : null;

    public static int? Number(this JsonNode? node) =>
        int.TryParse(node.Text(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <exception cref="PdfRefusedException">It is no Base64; line ends, which some providers put in, do not matter.</exception>
    public static byte[] Base64(this JsonNode? node)
    {
        try
        {
            return Convert.FromBase64String(node.Text() ?? "!");
        }
        catch (FormatException)
        {
            throw JsonCalls.Unreadable();
        }
    }
}
