using System.Security.Claims;
using DoanKet.Kernel;
using DoanKet.Kernel.Accounts;
using DoanKet.Kernel.Persistence;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Organisation.SigningIn;

/// <summary>Begins and ends sessions: the row that the cookie names, and the cookie.</summary>
internal sealed class SignInSessions(UnionDb db, SignInManager<Account> signIn, IHttpContextAccessor http, TimeProvider time)
{
    /// <summary>Adds the row to the caller's transaction; the cookie is written by <see cref="WriteCookieAsync"/> after it.</summary>
    public SignInSession Add(Account account)
    {
        var session = new SignInSession
        {
            Id = Ids.New(),
            AccountId = account.Id,
            StartedAt = time.UtcDateTime(),
            Address = Address,
            Device = Short(http.HttpContext?.Request.Headers.UserAgent.ToString() ?? ""),
        };
        db.Add(session);
        return session;
    }

    /// <summary>The client's address for the record.</summary>
    public string Address => http.HttpContext?.Connection.RemoteIpAddress?.ToString() ?? "";

    public Task WriteCookieAsync(Account account, SignInSession session) =>
        signIn.SignInWithClaimsAsync(account, isPersistent: false, [new Claim(SignInSession.ClaimType, session.Id.ToString())]);

    /// <summary>The session that the cookie of this request names.</summary>
    public static Guid? IdOf(ClaimsPrincipal person) =>
        Guid.TryParse(person.FindFirstValue(SignInSession.ClaimType), out var id) ? id : null;

    /// <summary>Ends the session of this request, and takes the cookie away.</summary>
    public async Task EndThisAsync(ClaimsPrincipal person, CancellationToken ct)
    {
        DateTime? now = time.UtcDateTime();
        if (IdOf(person) is { } id)
            await db.Set<SignInSession>()
                .Where(s => s.Id == id && s.EndedAt == null)
                .ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedAt, now), ct);
        await signIn.SignOutAsync();
    }

    /// <summary>All browsers are out; this one goes on with a new session, whose cookie the caller writes after the transaction.</summary>
    public async Task<SignInSession> BeginAnewAsync(Account account, CancellationToken ct)
    {
        await EndAllAsync(account.Id, ct);
        return Add(account);
    }

    public Task EndAllAsync(Guid accountId, CancellationToken ct)
    {
        DateTime? now = time.UtcDateTime();
        return db.Set<SignInSession>()
            .Where(s => s.AccountId == accountId && s.EndedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedAt, now), ct);
    }

    /// <summary>What a browser says of itself is a stranger's text.</summary>
    private static string Short(string said) => new([.. said.Where(c => !char.IsControl(c)).Take(200)]);
}
