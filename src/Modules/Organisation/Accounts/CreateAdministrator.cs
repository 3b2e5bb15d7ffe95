using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Accounts;
using DoanKet.Kernel.Audit;
using DoanKet.Kernel.Numbering;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Kernel.Units;
using DoanKet.Modules.Organisation.SigningIn;
using DoanKet.Modules.Organisation.Units;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Organisation.Accounts;

/// <summary>Makes the first administrator of an installation, or lets one in again with a new password.</summary>
internal sealed class CreateAdministrator(
    UnionDb db,
    UserManager<Account> users,
    Work work,
    Numbers numbers,
    ForgetSecondStep forget,
    AuditTrail audit,
    TimeProvider time
)
{
    /// <param name="federation">Name of the top unit, needed while there is none.</param>
    /// <returns>The one-time password; it must be changed at the first sign-in.</returns>
    public Task<Result<string>> HandleAsync(string userName, string? federation, CancellationToken ct) =>
        work.RunAsync(
            async () =>
            {
                var top = await db.Units.Where(u => u.ParentId == null).OrderBy(u => u.Path).FirstOrDefaultAsync(ct);
                if (top is null && string.IsNullOrWhiteSpace(federation))
                    return Result<string>.Fail("Chưa có đơn vị nào: hãy thêm --federation \"Tên liên đoàn\".");
                if (top is null)
                {
                    var ordinal = await numbers.TakeAsync(CreateUnit.Ordinals, ct);
                    top = new Unit
                    {
                        Id = Ids.New(),
                        Ordinal = ordinal,
                        Path = UnitPath.Under(null, ordinal),
                        KindCode = "federation",
                        Code = "LDLD",
                        Name = federation!.Trim(),
                        Symbol = "LĐLĐ",
                        ValidFrom = time.Today(),
                    };
                    db.Add(top);
                }
                var password = OneTimePassword.New();
                var account = await users.FindByNameAsync(userName);
                if (account is null)
                {
                    account = new Account
                    {
                        Id = Ids.New(),
                        UserName = userName,
                        FullName = "Quản trị",
                        CreatedAt = time.UtcDateTime(),
                        MustChangePassword = true,
                    };
                    account.Refold();
                    var made = await users.CreateAsync(account, password);
                    if (!made.Succeeded)
                        return Result<string>.Fail("Tên đăng nhập chỉ gồm chữ thường không dấu, chữ số, dấu chấm và gạch.");
                }
                else
                {
                    (account.MustChangePassword, account.ClosedAt, account.LockoutEnd) = (true, null, null);
                    await users.ResetPasswordAsync(account, await users.GeneratePasswordResetTokenAsync(account), password);
                    // The way in when the only administrator has lost the phone.
                    await forget.WithPasskeysAsync(account);
                }
                var today = time.Today();
                if (!await db.Posts.HeldOn(today).AnyAsync(p => p.AccountId == account.Id && p.RoleCode == Roles.Admin, ct))
                    db.Add(
                        new Post
                        {
                            Id = Ids.New(),
                            AccountId = account.Id,
                            UnitId = top.Id,
                            RoleCode = Roles.Admin,
                            Title = "Quản trị",
                            ValidFrom = today,
                        }
                    );
                audit.Record("organisation.administrator.made", account.Id, $"Tạo quản trị {userName} từ dòng lệnh");
                return password;
            },
            ct
        );
}
