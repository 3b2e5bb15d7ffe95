using System.Text.Json;
using DoanKet.VietnameseText;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace DoanKet.Kernel.Accounts;

/// <summary>A person who signs in. What the person may do comes from posts, never from the account itself.</summary>
public sealed class Account : IdentityUser<Guid>
{
    /// <summary>Longest name, in characters.</summary>
    public const int MaxFullName = 120;

    public required string FullName { get; set; }

    /// <summary>Folded name and user name, for search.</summary>
    public string NameFold { get; private set; } = "";

    /// <summary>True until the first password, which somebody else knew, has been changed.</summary>
    public bool MustChangePassword { get; set; }

    /// <summary>Made by the demonstration generator; not a real person.</summary>
    public bool IsDemo { get; set; }

    public DateTime CreatedAt { get; set; }

    /// <summary>Set when the account was closed: it can't sign in any more, its history stays.</summary>
    public DateTime? ClosedAt { get; set; }

    /// <summary>
    /// The half minute (since 1970) of the last code of the authenticator app that was accepted: a code counts once (RFC 6238, 5.2).
    /// </summary>
    public long LastCodeStep { get; set; }

    public void Refold() => NameFold = Fold.Text(FullName + " " + UserName);
}

/// <summary>Names and sizes of Identity's tables, under the kernel's prefix.</summary>
internal static class AccountTables
{
    public static void Configure(ModelBuilder builder)
    {
        builder.Entity<Account>(account =>
        {
            account.ToTable("kernel_accounts");
            account.Property(a => a.FullName).HasMaxLength(Account.MaxFullName);
            account.Property(a => a.NameFold).HasMaxLength(300);
            account.Property(a => a.PasswordHash).HasMaxLength(400);
            account.Property(a => a.SecurityStamp).HasMaxLength(64);
            account.Property(a => a.ConcurrencyStamp).HasMaxLength(64);
            account.Property(a => a.PhoneNumber).HasMaxLength(40);
        });
        builder.Entity<IdentityUserClaim<Guid>>().ToTable("kernel_account_claims");
        builder.Entity<IdentityUserLogin<Guid>>().ToTable("kernel_account_logins");
        builder.Entity<IdentityUserToken<Guid>>().ToTable("kernel_account_tokens");
        // Identity's own schema would keep the data as an owned entity; as a text it is a column like others, also in a backup.
        builder.Entity<IdentityUserPasskey<Guid>>(passkey =>
        {
            passkey.ToTable("kernel_account_passkeys");
            passkey.HasKey(p => p.CredentialId);
            passkey.Property(p => p.CredentialId).HasMaxLength(1024);
            passkey.Property(p => p.Data).HasConversion<PasskeyText, PasskeyComparer>();
            passkey.HasIndex(p => p.UserId);
            passkey.HasOne<Account>().WithMany().HasForeignKey(p => p.UserId).OnDelete(DeleteBehavior.Cascade);
        });
    }
}

/// <summary>A passkey's public key, name and counter, as JSON.</summary>
internal sealed class PasskeyText() : ValueConverter<IdentityPasskeyData, string>(data => Write(data), text => Read(text))
{
    public static string Write(IdentityPasskeyData data) => JsonSerializer.Serialize(data);

    public static IdentityPasskeyData Read(string text) => JsonSerializer.Deserialize<IdentityPasskeyData>(text)!;
}

/// <summary>The store changes the counter in place: what was read is compared by its text.</summary>
internal sealed class PasskeyComparer()
    : ValueComparer<IdentityPasskeyData>(
        (one, other) => one != null && other != null && PasskeyText.Write(one) == PasskeyText.Write(other),
        data => PasskeyText.Write(data).GetHashCode(StringComparison.Ordinal),
        data => PasskeyText.Read(PasskeyText.Write(data))
    );
