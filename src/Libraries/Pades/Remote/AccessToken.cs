namespace DoanKet.Pades;

/// <summary>A provider's leave to ask for a while; fetched when there is none, or when the one at hand is about to end.</summary>
/// <param name="fetch">Gives the token and how long it counts.</param>
public sealed class AccessToken(Func<CancellationToken, Task<(string Token, TimeSpan Counts)>> fetch, TimeProvider time)
{
    private static readonly Held None = new("", DateTimeOffset.MinValue);

    /// <summary>Under way it must not end.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(1);

    /// <summary>Exchanged as a whole: two that ask at one time fetch two, and either is right.</summary>
    private Held _held = None;

    /// <summary>OAuth 2 with the credentials of the program itself (RFC 6749, section 4.4).</summary>
    /// <param name="address">Of the token, seen from the client's base address.</param>
    public static AccessToken ByClientCredentials(HttpClient client, string address, string id, string secret, TimeProvider time)
    {
        var calls = new JsonCalls(client);
        return new(
            async ct =>
            {
                var answer = await calls.PostFormAsync(
                    address,
                    [new("grant_type", "client_credentials"), new("client_id", id), new("client_secret", secret)],
                    ct
                );
                return (
                    answer.Child("access_token").Text() ?? throw JsonCalls.Refuse("The provider gave no access token."),
                    TimeSpan.FromSeconds(answer.Child("expires_in").Number() ?? 0)
                );
            },
            time
        );
    }

    /// <exception cref="PdfRefusedException">The provider gives none.</exception>
    internal async Task<string> GetAsync(CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var held = _held;
        if (now < held.Until)
            return held.Token;
        var (token, counts) = await fetch(ct);
        _held = new(token, now + counts - Margin);
        return token;
    }

    /// <summary>The provider does not take it any more.</summary>
    internal void Forget() => _held = None;

    private sealed record Held(string Token, DateTimeOffset Until);
}
