using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Accounts;
using DoanKet.Kernel.Audit;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Organisation.Accounts;

internal sealed class PostInput
{
    public string UnitCode { get; set; } = "";

    public string RoleCode { get; set; } = "";

    public string Title { get; set; } = "";

    public DateOnly? From { get; set; }

    public DateOnly? To { get; set; }
}

/// <summary>Gives a person a dated post, and ends one.</summary>
internal sealed class ChangePosts(UnionDb db, Work work, AuditTrail audit, AccountReach reach, UserContext user, TimeProvider time)
{
    public Task<Result> AddAsync(Guid accountId, PostInput input, CancellationToken ct) =>
        work.RunAsync(
            async () =>
            {
                var code = input.UnitCode.Trim();
                var unit = await db.Units.FirstOrDefaultAsync(u => u.Code == code, ct);
                var account = await db.Users.FirstOrDefaultAsync(a => a.Id == accountId, ct);
                if (account is null || !await reach.CoversAsync(accountId, ct))
                    return Result.Refuse("Không tìm thấy tài khoản, hoặc anh/chị không có quyền.");
                var from = input.From ?? time.Today();
                var check = new Check()
                    .That(
                        unit is not null && (unit.ValidTo is null || unit.ValidTo >= from),
                        nameof(input.UnitCode),
                        "Không có đơn vị đang hoạt động nào mang mã này."
                    )
                    .That(
                        unit is null || user.Required.Can(Permissions.EditAccounts, unit),
                        nameof(input.UnitCode),
                        "Anh/chị không có quyền giao chức vụ ở đơn vị này."
                    )
                    .That(await db.Set<Role>().AnyAsync(r => r.Code == input.RoleCode, ct), nameof(input.RoleCode), "Hãy chọn vai trò.")
                    .Filled(input.Title, nameof(input.Title), "Hãy nhập chức vụ.")
                    .AtMost(input.Title, Post.MaxTitle, nameof(input.Title), "Chức vụ")
                    .That(input.To is null || input.To >= from, nameof(input.To), "Ngày thôi phải từ ngày nhận trở đi.");
                if (!check.Ok)
                    return check.AsResult();
                db.Add(
                    new Post
                    {
                        Id = Ids.New(),
                        AccountId = accountId,
                        UnitId = unit!.Id,
                        RoleCode = input.RoleCode,
                        Title = input.Title.Trim(),
                        ValidFrom = from,
                        ValidTo = input.To,
                    }
                );
                audit.Record(
                    "organisation.post.added",
                    accountId,
                    $"Giao {account.UserName} chức vụ {input.Title.Trim()} tại {unit.Name} từ {from.Show()}"
                );
                return Result.Success;
            },
            ct
        );

    /// <summary>Yesterday becomes the last day, so that the rights end at once.</summary>
    public Task<Result> EndAsync(Guid accountId, Guid postId, CancellationToken ct) =>
        work.RunAsync(
            async () =>
            {
                var post = await db
                    .Posts.Include(p => p.Unit)
                    .Include(p => p.Account)
                    .FirstOrDefaultAsync(p => p.Id == postId && p.AccountId == accountId, ct);
                if (post is null || !user.Required.Can(Permissions.EditAccounts, post.Unit))
                    return Result.Refuse("Không tìm thấy chức vụ, hoặc anh/chị không có quyền.");
                if (post.AccountId == user.Required.AccountId && post.RoleCode == Roles.Admin)
                    return Result.Fail("Anh/chị không tự thôi quyền quản trị của mình được; hãy nhờ một quản trị khác.");
                post.ValidTo = time.Today().AddDays(-1);
                audit.Record(
                    "organisation.post.ended",
                    accountId,
                    $"Thôi chức vụ {post.Title} của {post.Account.UserName} tại {post.Unit.Name}"
                );
                return Result.Success;
            },
            ct
        );
}
