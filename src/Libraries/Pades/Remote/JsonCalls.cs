using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace DoanKet.Pades;

/// <summary>Asks a provider by JSON over HTTPS. Neither questions nor answers are logged: they hold PINs and activation data.</summary>
internal sealed class JsonCalls(HttpClient client, Func<CancellationToken, Task<string>> accessToken)
{
    private const int MostAnswerBytes = 1024 * 1024;

    /// <exception cref="PdfRefusedException">The provider does not answer, refuses, or answers something else.</exception>
    public async Task<JsonObject> PostAsync(string address, JsonObject question, CancellationToken ct)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, address);
            request.Content = new StringContent(question.ToJsonString(), Encoding.UTF8, "application/json");
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await accessToken(ct));
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
            await using var body = await response.Content.ReadAsStreamAsync(ct);
            var bytes = await BoundedBody.ReadAsync(body, MostAnswerBytes, ct);
            var answer = bytes.Length == 0 ? [] : JsonNode.Parse(bytes) as JsonObject;
            if (!response.IsSuccessStatusCode)
                throw Refuse($"The provider refuses: {Describe(answer) ?? response.StatusCode.ToString()}");
            return answer ?? throw Refuse("The provider's answer cannot be read.");
        }
        catch (JsonException)
        {
            throw Refuse("The provider's answer cannot be read.");
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException)
        {
            throw Refuse($"The provider does not answer: {failure.Message}");
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw Refuse("The provider does not answer in time.");
        }
    }

    public static PdfRefusedException Refuse(string why) => new(PdfRefusal.Key, why);

    private static string? Describe(JsonObject? answer)
    {
        var text = (answer?["error_description"] ?? answer?["error"])?.ToString();
        return text?[..Math.Min(text.Length, 300)];
    }
}
