using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace DoanKet.Pades;

/// <summary>Asks a provider by JSON over HTTPS. Neither questions nor answers are logged: they hold PINs and activation data.</summary>
/// <param name="accessToken">Null where questions bear what they need in themselves.</param>
internal sealed class JsonCalls(HttpClient client, AccessToken? accessToken = null)
{
    private const int MostAnswerBytes = 1024 * 1024,
        MostQuoted = 300;

    /// <exception cref="PdfRefusedException">The provider does not answer (<see cref="PdfRefusal.Unreachable"/>), or refuses.</exception>
    public Task<JsonNode?> PostAsync(string address, JsonObject question, CancellationToken ct) =>
        SendAsync(address, () => new StringContent(question.ToJsonString(), Encoding.UTF8, "application/json"), ct);

    /// <inheritdoc cref="PostAsync"/>
    public Task<JsonNode?> PostFormAsync(string address, IEnumerable<KeyValuePair<string, string>> fields, CancellationToken ct) =>
        SendAsync(address, () => new FormUrlEncodedContent(fields), ct);

    public static PdfRefusedException Refuse(string why) => new(PdfRefusal.Key, why);

    public static PdfRefusedException Unreadable() => Silent("The provider's answer cannot be read.");

    private async Task<JsonNode?> SendAsync(string address, Func<HttpContent> content, CancellationToken ct)
    {
        try
        {
            using var first = await AskAsync(address, content, ct);
            if (first.StatusCode != HttpStatusCode.Unauthorized || accessToken is null)
                return await ReadAsync(first, ct);
            // Its leave ended earlier than was said.
            accessToken.Forget();
            using var second = await AskAsync(address, content, ct);
            return await ReadAsync(second, ct);
        }
        catch (JsonException)
        {
            throw Unreadable();
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException)
        {
            throw Silent($"The provider does not answer: {failure.Message}");
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw Silent("The provider does not answer in time.");
        }
    }

    private async Task<HttpResponseMessage> AskAsync(string address, Func<HttpContent> content, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = content() };
        if (accessToken is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await accessToken.GetAsync(ct));
        return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
    }

    private static async Task<JsonNode?> ReadAsync(HttpResponseMessage response, CancellationToken ct)
    {
        await using var body = await response.Content.ReadAsStreamAsync(ct);
        var bytes = await BoundedBody.ReadAsync(body, MostAnswerBytes, ct);
        var answer = bytes.Length == 0 ? null : JsonNode.Parse(bytes);
        return response.IsSuccessStatusCode ? answer
            : (int)response.StatusCode >= 500 ? throw Silent($"The provider fails: {Quote(answer, response)}")
            : throw Refuse($"The provider refuses: {Quote(answer, response)}");
    }

    private static PdfRefusedException Silent(string why) => new(PdfRefusal.Unreachable, why);

    private static string Quote(JsonNode? answer, HttpResponseMessage response)
    {
        var text = answer.Child("error_description").Text() ?? answer.Child("error").Text() ?? answer.Child("message").Text();
        return text is null ? response.StatusCode.ToString() : text[..Math.Min(text.Length, MostQuoted)];
    }
}
