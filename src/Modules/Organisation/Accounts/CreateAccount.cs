using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Accounts;
using DoanKet.Kernel.Audit;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.VietnameseText;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Organisation.Accounts;

internal sealed class AccountInput
{
    public string FullName { get; set; } = "";

    /// <summary>Empty: made from the name.</summary>
    public string? UserName { get; set; }

    public string? Email { get; set; }

    public string UnitCode { get; set; } = "";

    public string RoleCode { get; set; } = "";

    public string Title { get; set; } = "";
}

/// <summary>What the administrator hands over, shown once.</summary>
internal sealed record NewAccount(Guid Id, string UserName, string Password);

/// <summary>Makes an account with its first post.</summary>
internal sealed class CreateAccount(
    UnionDb db,
    UserManager<Account> users,
    Work work,
    AuditTrail audit,
    UserContext user,
    TimeProvider time
)
{
    public Task<Result<NewAccount>> HandleAsync(AccountInput input, CancellationToken ct) =>
        work.RunAsync(
            async () =>
            {
                var code = input.UnitCode.Trim();
                var unit = await db.Units.FirstOrDefaultAsync(u => u.Code == code, ct);
                var check = new Check()
                    .Filled(input.FullName, nameof(input.FullName), "Hãy nhập họ và tên.")
                    .AtMost(input.FullName, Account.MaxFullName, nameof(input.FullName), "Họ và tên")
                    .That(
                        unit is not null && unit.LivesOn(time.Today()),
                        nameof(input.UnitCode),
                        "Không có đơn vị đang hoạt động nào mang mã này."
                    )
                    .That(await db.Set<Role>().AnyAsync(r => r.Code == input.RoleCode, ct), nameof(input.RoleCode), "Hãy chọn vai trò.")
                    .Filled(input.Title, nameof(input.Title), "Hãy nhập chức vụ, ví dụ: Văn thư.")
                    .AtMost(input.Title, Post.MaxTitle, nameof(input.Title), "Chức vụ");
                check.That(
                    unit is null || user.Required.Can(Permissions.EditAccounts, unit),
                    nameof(input.UnitCode),
                    "Anh/chị không có quyền thêm tài khoản ở đơn vị này."
                );
                var userName = string.IsNullOrWhiteSpace(input.UserName)
                    ? await FreeNameAsync(input.FullName, ct)
                    : input.UserName.Trim().ToLowerInvariant();
                check.That(
                    !await db.Users.AnyAsync(a => a.UserName == userName, ct),
                    nameof(input.UserName),
                    "Tên đăng nhập này đã có người dùng; hãy chọn tên khác."
                );
                if (!check.Ok)
                    return Result<NewAccount>.Fail(check.Problems);
                var account = new Account
                {
                    Id = Ids.New(),
                    UserName = userName,
                    FullName = input.FullName.Trim(),
                    Email = string.IsNullOrWhiteSpace(input.Email) ? null : input.Email.Trim(),
                    MustChangePassword = true,
                    CreatedAt = time.UtcDateTime(),
                };
                account.Refold();
                var password = OneTimePassword.New();
                var made = await users.CreateAsync(account, password);
                if (!made.Succeeded)
                    return Result<NewAccount>.Fail(
                        "Tên đăng nhập chỉ gồm chữ thường không dấu, chữ số, dấu chấm và gạch.",
                        nameof(input.UserName)
                    );
                db.Add(
                    new Post
                    {
                        Id = Ids.New(),
                        AccountId = account.Id,
                        UnitId = unit!.Id,
                        RoleCode = input.RoleCode,
                        Title = input.Title.Trim(),
                        ValidFrom = time.Today(),
                    }
                );
                audit.Record(
                    "organisation.account.created",
                    account.Id,
                    $"Thêm tài khoản {userName} ({account.FullName}), {input.Title.Trim()} tại {unit.Name}"
                );
                return new NewAccount(account.Id, userName, password);
            },
            ct
        );

    /// <summary>"Nguyễn Thị Hoa" gives hoa.nguyenthi, then hoa.nguyenthi2 …</summary>
    private async Task<string> FreeNameAsync(string fullName, CancellationToken ct)
    {
        var words = Fold.Text(fullName).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var stem = words.Length switch
        {
            0 => "canbo",
            1 => words[0],
            _ => $"{words[^1]}.{string.Concat(words[..^1])}",
        };
        stem = stem.Length <= 40 ? stem : stem[..40];
        var taken = (await db.Users.Where(a => a.UserName!.StartsWith(stem)).Select(a => a.UserName!).ToListAsync(ct)).ToHashSet();
        return Enumerable.Range(1, 10_000).Select(i => i == 1 ? stem : stem + i).First(name => !taken.Contains(name));
    }
}
