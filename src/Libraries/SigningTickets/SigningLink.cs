using System.Diagnostics.CodeAnalysis;

namespace DoanKet.SigningTickets;

/// <summary>
/// What opens the signing program from a page: <c>doanket-ky://may-chu:cong/viec/ma</c>. It names the server by host and port alone;
/// under which address that server is reached, and by which key it is known, the program knows itself.
/// </summary>
/// <param name="Server">Host, and port where it is not the usual one, in small letters.</param>
/// <param name="Code">Good for one fetch within a minute or two.</param>
public sealed record SigningLink(string Server, Guid Job, string Code)
{
    public const string Scheme = "doanket-ky";

    private const int MostLetters = 500;

    public override string ToString() => $"{Scheme}://{Server}/{Job:D}/{Code}";

    /// <param name="text">From outside: anybody can put a link into a page.</param>
    public static bool TryParse(string? text, [NotNullWhen(true)] out SigningLink? link)
    {
        link = null;
        if (
            text is not { Length: > 0 and <= MostLetters }
            || !Uri.TryCreate(text, UriKind.Absolute, out var address)
            || address.Scheme != Scheme
            || address.UserInfo.Length > 0
            || address.Query.Length > 0
            || address.Fragment.Length > 0
            || address.Host.Length == 0
            || address.AbsolutePath.Split('/') is not ["", var job, var code]
            || !Guid.TryParseExact(job, "D", out var id)
            || !TicketCode.IsOne(code)
        )
            return false;
        link = new(address.Authority.ToLowerInvariant(), id, code);
        return true;
    }
}
