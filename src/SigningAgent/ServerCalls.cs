using System.Buffers.Text;
using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using DoanKet.SigningTickets;

namespace DoanKet.SigningAgent;

/// <summary>Speaks with one server that the settings allow, and with no other: it follows nobody elsewhere.</summary>
internal sealed class ServerCalls(HttpClient client, AllowedServer server)
{
    private const int NonceLength = 24;

    public static HttpClient NewClient() =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            Timeout = TimeSpan.FromSeconds(30),
            MaxResponseContentBufferSize = 4 * 1024 * 1024,
        };

    /// <summary>The server that a link names, as the settings know it.</summary>
    /// <exception cref="RefusedException">It is none of them.</exception>
    public static AllowedServer Find(AgentSettings settings, SigningLink link) =>
        settings.Servers.FirstOrDefault(server => IsUsable(server.Origin) && AuthorityOf(server.Origin) == link.Server)
        ?? throw new RefusedException(
            $"Máy chủ {link.Server} không có trong danh sách được phép của phần mềm ký. Không làm gì cả; "
                + "nếu đây đúng là máy chủ của cơ quan, hãy tải lại phần mềm ký từ máy chủ đó."
        );

    /// <exception cref="RefusedException">The server does not answer, refuses, or is not the one it says.</exception>
    public async Task<SigningTicket> FetchAsync(SigningLink link, CancellationToken ct)
    {
        var nonce = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(NonceLength));
        var answer = await PostAsync(link.Job, "nhan", new(link.Code, nonce), TicketJson.Default.TicketRequest, ct);
        try
        {
            var given = await answer.Content.ReadFromJsonAsync(TicketJson.Default.SignedTicket, ct);
            return TicketPublicKey.Parse(server.Key).Open(given ?? throw new JsonException(), server.Origin, link.Job, nonce);
        }
        catch (TicketRefusedException e)
        {
            throw new RefusedException($"Yêu cầu ký không phải do máy chủ {server.Origin} lập ra nên bị bỏ. ({e.Message})");
        }
        catch (Exception e) when (e is JsonException or NotSupportedException or ArgumentException or HttpRequestException)
        {
            throw new RefusedException("Không đọc được trả lời của máy chủ.");
        }
    }

    /// <exception cref="RefusedException">The server did not take the answer.</exception>
    public async Task AnswerAsync(Guid job, TicketAnswer answer, CancellationToken ct) =>
        (await PostAsync(job, "tra", answer, TicketJson.Default.TicketAnswer, ct)).Dispose();

    private async Task<HttpResponseMessage> PostAsync<T>(Guid job, string what, T body, JsonTypeInfo<T> type, CancellationToken ct)
    {
        HttpResponseMessage answer;
        try
        {
            answer = await client.PostAsync($"{server.Origin}/chu-ky-so/may-ky/{job:D}/{what}", JsonContent.Create(body, type), ct);
        }
        catch (Exception e) when (e is HttpRequestException || (e is OperationCanceledException && !ct.IsCancellationRequested))
        {
            throw new RefusedException($"Không kết nối được máy chủ {server.Origin}; hãy kiểm tra mạng rồi thử lại.");
        }
        if (answer.IsSuccessStatusCode)
            return answer;
        using (answer)
            throw new RefusedException(
                answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Gone
                    ? "Yêu cầu ký này đã dùng rồi hoặc quá hạn; hãy quay lại trình duyệt và bấm mở phần mềm ký lần nữa."
                    : $"Máy chủ không nhận ({(int)answer.StatusCode}); hãy thử lại, hoặc báo người quản trị."
            );
    }

    /// <summary>Without encryption only within this machine.</summary>
    private static bool IsUsable(string origin) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var address)
        && address.GetLeftPart(UriPartial.Authority) == origin
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback));

    private static string AuthorityOf(string origin) => new Uri(origin).Authority.ToLowerInvariant();
}
