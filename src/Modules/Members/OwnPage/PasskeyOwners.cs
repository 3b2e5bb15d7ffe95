using DoanKet.Kernel.Persistence;
using DoanKet.Modules.Members.Shared;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Members.OwnPage;

/// <summary>
/// Tells the framework's passkeys which member has which key. It only asks: keys are kept, counted and taken out by
/// <see cref="OwnPasskeys"/>, and members by the registry.
/// </summary>
internal sealed class PasskeyOwners(UnionDb db) : IUserPasskeyStore<Member>
{
    public void Dispose()
    {
        // The database belongs to the request.
    }

    public Task<string> GetUserIdAsync(Member user, CancellationToken cancellationToken) => Task.FromResult(user.Id.ToString());

    public Task<string?> GetUserNameAsync(Member user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.FullName);

    public Task<string?> GetNormalizedUserNameAsync(Member user, CancellationToken cancellationToken) =>
        Task.FromResult<string?>(user.NameFold);

    public async Task<Member?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        Guid.TryParse(userId, out var id) ? await db.Members.AsNoTracking().FirstOrDefaultAsync(m => m.Id == id, cancellationToken) : null;

    public Task<Member?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) => Task.FromResult<Member?>(null);

    public async Task<IList<UserPasskeyInfo>> GetPasskeysAsync(Member user, CancellationToken cancellationToken) =>
        [
            .. (await db.MemberPasskeys.AsNoTracking().Where(k => k.MemberId == user.Id).ToListAsync(cancellationToken)).Select(key =>
                key.Info()
            ),
        ];

    public async Task<Member?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken)
    {
        var key = await db.MemberPasskeys.AsNoTracking().FirstOrDefaultAsync(k => k.CredentialId == credentialId, cancellationToken);
        return key is null ? null : await db.Members.AsNoTracking().FirstOrDefaultAsync(m => m.Id == key.MemberId, cancellationToken);
    }

    public async Task<UserPasskeyInfo?> FindPasskeyAsync(Member user, byte[] credentialId, CancellationToken cancellationToken)
    {
        var keys = db.MemberPasskeys.AsNoTracking().Where(k => k.MemberId == user.Id);
        return (await keys.FirstOrDefaultAsync(k => k.CredentialId == credentialId, cancellationToken))?.Info();
    }

    public Task AddOrUpdatePasskeyAsync(Member user, UserPasskeyInfo passkey, CancellationToken cancellationToken) => throw Elsewhere();

    public Task RemovePasskeyAsync(Member user, byte[] credentialId, CancellationToken cancellationToken) => throw Elsewhere();

    public Task SetUserNameAsync(Member user, string? userName, CancellationToken cancellationToken) => throw Elsewhere();

    public Task SetNormalizedUserNameAsync(Member user, string? normalizedName, CancellationToken cancellationToken) => throw Elsewhere();

    public Task<IdentityResult> CreateAsync(Member user, CancellationToken cancellationToken) => throw Elsewhere();

    public Task<IdentityResult> UpdateAsync(Member user, CancellationToken cancellationToken) => throw Elsewhere();

    public Task<IdentityResult> DeleteAsync(Member user, CancellationToken cancellationToken) => throw Elsewhere();

    private static NotSupportedException Elsewhere() => new("Members and their keys are changed by the handlers of this module.");
}
