using System.Text.Encodings.Web;
using System.Text.Json;

namespace DoanKet.Modules.Members;

/// <summary>What the module's verbs print: one line, Vietnamese letters as they are.</summary>
internal static class VerbJson
{
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Line<T>(T value) => JsonSerializer.Serialize(value, Readable);
}
