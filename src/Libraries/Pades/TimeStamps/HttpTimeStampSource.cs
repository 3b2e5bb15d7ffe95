using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;

namespace DoanKet.Pades;

/// <summary>A time-stamping authority asked over HTTP (RFC 3161, 3.4).</summary>
/// <param name="client">Its time limit and its certificates are the caller's.</param>
public sealed class HttpTimeStampSource(HttpClient client, Uri address) : ITimeStampSource
{
    private const int MostAnswerBytes = 1024 * 1024;

    public async Task<byte[]> StampAsync(ReadOnlyMemory<byte> hash, HashAlgorithmName algorithm, CancellationToken ct = default)
    {
        var request = Rfc3161TimestampRequest.CreateFromHash(
            hash,
            algorithm,
            nonce: RandomNumberGenerator.GetBytes(8),
            requestSignerCertificates: true
        );
        try
        {
            var answer = await AskAsync(request.Encode(), ct);
            var token = request.ProcessResponse(answer, out _);
            return token.AsSignedCms().Encode();
        }
        catch (Exception failure) when (IsFailure(failure, ct))
        {
            throw new TimeStampFailedException($"The time-stamp server {address.Host} gave no time-stamp: {failure.Message}", failure);
        }
    }

    private static bool IsFailure(Exception failure, CancellationToken ct) =>
        failure is HttpRequestException or IOException or CryptographicException
        || (failure is OperationCanceledException && !ct.IsCancellationRequested);

    private async Task<byte[]> AskAsync(byte[] question, CancellationToken ct)
    {
        using var content = new ByteArrayContent(question);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/timestamp-query");
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = content };
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
        response.EnsureSuccessStatusCode();
        await using var body = await response.Content.ReadAsStreamAsync(ct);
        return await BoundedBody.ReadAsync(body, MostAnswerBytes, ct);
    }
}
