using System.Buffers.Text;
using System.Security.Cryptography;
using DoanKet.Kernel;
using DoanKet.Kernel.Persistence;
using DoanKet.Modules.Members.Shared;
using DoanKet.Ui.Parts;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Members.OwnPage;

/// <summary>Who is signed in on the own page in this browser.</summary>
internal sealed class OwnSessions(UnionDb db, TimeProvider time)
{
    /// <summary>Own pages stand under it, and the cookie goes nowhere else.</summary>
    public const string Address = "/toi";

    private const string CookieName = "dk-member";

    private const int TokenBytes = 32,
        Days = 60;

    /// <returns>Null when nobody is.</returns>
    public async Task<Member?> FindAsync(HttpContext http, CancellationToken ct)
    {
        if (Hash(http) is not { } hash)
            return null;
        var now = time.UtcDateTime();
        return await db
            .MemberSessions.AsNoTracking()
            .Where(s => s.TokenHash == hash && s.EndsAt > now)
            .Include(s => s.Member)
                .ThenInclude(m => m.Unit)
            .Select(s => s.Member)
            .FirstOrDefaultAsync(ct);
    }

    /// <summary>Within the act that let the member in; the cookie is written at once, so that the act must not fail afterwards.</summary>
    public void Begin(HttpContext http, Guid memberId)
    {
        var token = RandomNumberGenerator.GetBytes(TokenBytes);
        db.Add(
            new MemberSession
            {
                Id = Ids.New(),
                MemberId = memberId,
                TokenHash = SHA256.HashData(token),
                Device = DeviceName.Of(http.Request.Headers.UserAgent.ToString()),
                StartedAt = time.UtcDateTime(),
                EndsAt = time.UtcDateTime().AddDays(Days),
            }
        );
        http.Response.Cookies.Append(CookieName, Base64Url.EncodeToString(token), Options(http));
    }

    public async Task EndAsync(HttpContext http, CancellationToken ct)
    {
        if (Hash(http) is { } hash)
            await db.MemberSessions.Where(s => s.TokenHash == hash).ExecuteDeleteAsync(ct);
        http.Response.Cookies.Delete(CookieName, Options(http));
    }

    private static CookieOptions Options(HttpContext http) =>
        new()
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            IsEssential = true,
            Secure = http.Request.IsHttps,
            Path = Address,
            MaxAge = TimeSpan.FromDays(Days),
        };

    private static byte[]? Hash(HttpContext http)
    {
        var kept = http.Request.Cookies[CookieName];
        Span<byte> token = stackalloc byte[TokenBytes];
        return
            kept is not null
            && Base64Url.IsValid(kept, out var length)
            && length == TokenBytes
            && Base64Url.TryDecodeFromChars(kept, token, out _)
            ? SHA256.HashData(token)
            : null;
    }
}
