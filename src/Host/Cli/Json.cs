using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace DoanKet.Host.Cli;

internal static class Json
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    public static string Line(object value) => JsonSerializer.Serialize(value, Options);
}
