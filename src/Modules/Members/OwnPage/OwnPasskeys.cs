using DoanKet.Kernel;
using DoanKet.Kernel.Audit;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Members.Shared;
using DoanKet.Ui.Parts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DoanKet.Modules.Members.OwnPage;

/// <summary>
/// The keys in a member's phones: made while the member is signed in by a code, and from then on opened with finger, face or PIN in place
/// of a code. A false site gets nothing from them.
/// </summary>
internal sealed class OwnPasskeys(
    IPasskeyHandler<Member> handler,
    PasskeyChallenge challenge,
    OwnSessions sessions,
    UnionDb db,
    Work work,
    AuditTrail audit,
    TimeProvider time
)
{
    /// <summary>Keys of one member.</summary>
    public const int Most = 5;

    /// <summary>Longest answer of a browser, in characters.</summary>
    private const int MaxAnswer = 20_000;

    private const string NotAdded = "Chưa thêm được khóa. Hãy thử lại; nếu vẫn chưa được, hãy vào bằng mã như trước.",
        NotIn = "Chưa vào được bằng khóa của máy này. Hãy vào bằng mã, rồi thêm lại khóa.";

    /// <returns>What the browser asks the phone for, as JSON.</returns>
    public async Task<string> AskNewAsync(Member member, HttpContext http)
    {
        var asked = await handler.MakeCreationOptionsAsync(
            new()
            {
                Id = member.Id.ToString(),
                Name = member.FullName,
                DisplayName = member.FullName,
            },
            http
        );
        challenge.Keep(http, PasskeyChallenge.NewKey, asked.AttestationState ?? "");
        return asked.CreationOptionsJson;
    }

    public async Task<Result> AddAsync(Member member, string answer, HttpContext http, CancellationToken ct)
    {
        if (challenge.Take(http, PasskeyChallenge.NewKey) is not { } state || answer.Length is 0 or > MaxAnswer)
            return Result.Fail(NotAdded);
        var made = await handler.PerformAttestationAsync(
            new()
            {
                HttpContext = http,
                CredentialJson = answer,
                AttestationState = state,
            }
        );
        if (!made.Succeeded || made.UserEntity.Id != member.Id.ToString() || made.Passkey.PublicKey.Length > MemberPasskey.MaxKey)
            return Result.Fail(NotAdded);
        return await work.RunAsync(
            async () =>
            {
                await db.Dialect.LockRowAsync<Member>(db, member.Id, ct);
                if (await db.MemberPasskeys.CountAsync(k => k.MemberId == member.Id, ct) >= Most)
                    return Result.Fail($"Mỗi người có nhiều nhất {Most} khóa. Hãy gỡ khóa của máy không dùng nữa.");
                db.Add(Row(member.Id, made.Passkey, http));
                audit.Record("members.own.passkey", member.Id, $"{member.FullName} thêm khóa vào trang riêng trên một máy");
                return Result.Success;
            },
            ct
        );
    }

    /// <inheritdoc cref="AskNewAsync"/>
    public async Task<string> AskSignInAsync(HttpContext http)
    {
        var asked = await handler.MakeRequestOptionsAsync(null, http);
        challenge.Keep(http, PasskeyChallenge.SignIn, asked.AssertionState ?? "");
        return asked.RequestOptionsJson;
    }

    /// <summary>Begins a session in this browser.</summary>
    public async Task<Result> EnterAsync(string answer, HttpContext http, CancellationToken ct)
    {
        if (challenge.Take(http, PasskeyChallenge.SignIn) is not { } state || answer.Length is 0 or > MaxAnswer)
            return Result.Fail(NotIn);
        var proof = await handler.PerformAssertionAsync(
            new()
            {
                HttpContext = http,
                CredentialJson = answer,
                AssertionState = state,
            }
        );
        if (!proof.Succeeded)
            return Result.Fail(NotIn);
        return await work.RunAsync(
            async () =>
            {
                var credential = proof.Passkey.CredentialId;
                if (await db.MemberPasskeys.FirstOrDefaultAsync(k => k.CredentialId == credential, ct) is not { } key)
                    return Result.Fail(NotIn);
                (key.SignCount, key.IsBackedUp, key.UsedAt) = (proof.Passkey.SignCount, proof.Passkey.IsBackedUp, time.UtcDateTime());
                sessions.Begin(http, key.MemberId);
                audit.Record("members.own.signin", key.MemberId, $"{proof.User.FullName} vào trang riêng bằng khóa của máy");
                return Result.Success;
            },
            ct
        );
    }

    public Task<Result> RemoveAsync(Member member, Guid keyId, CancellationToken ct) =>
        work.RunAsync(
            async () =>
            {
                var gone = await db.MemberPasskeys.Where(k => k.Id == keyId && k.MemberId == member.Id).ExecuteDeleteAsync(ct);
                if (gone > 0)
                    audit.Record("members.own.passkey", member.Id, $"{member.FullName} gỡ một khóa vào trang riêng");
                return Result.Success;
            },
            ct
        );

    private MemberPasskey Row(Guid memberId, UserPasskeyInfo made, HttpContext http)
    {
        var transports = string.Join(' ', made.Transports ?? []);
        return new()
        {
            Id = Ids.New(),
            MemberId = memberId,
            CredentialId = made.CredentialId,
            PublicKey = made.PublicKey,
            SignCount = made.SignCount,
            Transports = transports.Length <= MemberPasskey.MaxTransports ? transports : "",
            IsBackupEligible = made.IsBackupEligible,
            IsBackedUp = made.IsBackedUp,
            Device = DeviceName.Of(http.Request.Headers.UserAgent.ToString()),
            MadeAt = time.UtcDateTime(),
        };
    }
}

internal static class OwnPasskeyServices
{
    /// <summary>The framework's own check of keys, over the members of the registry.</summary>
    public static IServiceCollection AddOwnPasskeys(this IServiceCollection services)
    {
        services.AddIdentityCore<Member>().AddUserStore<PasskeyOwners>();
        return services
            .AddScoped<IPasskeyHandler<Member>, PasskeyHandler<Member>>()
            .AddSingleton<PasskeyChallenge>()
            .AddScoped<OwnPasskeys>();
    }
}
