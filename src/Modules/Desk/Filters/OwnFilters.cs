using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Ui.Shell;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Desk.Filters;

/// <summary>Keeps, shows and deletes the signed-in person's saved filters; nobody else's are seen or touched.</summary>
internal sealed class OwnFilters(UnionDb db, UserContext user, Work work) : ISavedFilters
{
    public IQueryable<SavedFilter> All
    {
        get
        {
            var me = user.Required.AccountId;
            return db.Set<SavedFilter>().Where(f => f.AccountId == me);
        }
    }

    public async Task<IReadOnlyList<SavedFilterLink>> OfAsync(string path, CancellationToken ct) =>
        user.Current is null
            ? []
            : await All.AsNoTracking()
                .Where(f => f.Path == path)
                .OrderBy(f => f.Name)
                .Select(f => new SavedFilterLink(f.Name, f.Address))
                .ToListAsync(ct);

    /// <summary>A filter of the same list and name is replaced.</summary>
    /// <param name="address">Of the list with its conditions.</param>
    public async Task<Result> SaveAsync(string name, string address, CancellationToken ct)
    {
        name = name.Trim();
        var listed = ListAddress.Of(LocalAddress.OrHome(address));
        var path = ListAddress.PathOf(listed);
        var check = new Check()
            .Filled(name, "Name", "Hãy đặt tên cho bộ lọc, ví dụ “Công văn khẩn tháng này”.")
            .AtMost(name, SavedFilter.MaxName, "Name", "Tên bộ lọc")
            .That(ListAddress.HasConditions(listed), "", "Chưa có điều kiện lọc nào để lưu. Hãy lọc danh sách trước, rồi bấm “Lưu bộ lọc”.")
            .That(
                path.Length <= SavedFilter.MaxPath && listed.Length <= SavedFilter.MaxAddress,
                "",
                "Điều kiện lọc quá dài; hãy tìm ít từ hơn."
            );
        if (!check.Ok)
            return check.AsResult();
        try
        {
            return await work.RunAsync(() => ReplaceAsync(name, path, listed, ct), ct);
        }
        catch (DbUpdateException error) when (db.Dialect.IsDuplicate(error))
        {
            // Pressed twice: the first press has saved it.
            return Result.Success;
        }
    }

    /// <returns>False when it is not there or somebody else's.</returns>
    public async Task<bool> DeleteAsync(Guid id, CancellationToken ct) => await All.Where(f => f.Id == id).ExecuteDeleteAsync(ct) > 0;

    private async Task<Result> ReplaceAsync(string name, string path, string address, CancellationToken ct)
    {
        var ofList = All.Where(f => f.Path == path);
        await ofList.Where(f => f.Name == name).ExecuteDeleteAsync(ct);
        if (await ofList.CountAsync(ct) >= SavedFilter.MostOfList)
            return Result.Fail($"Danh sách này đã có {SavedFilter.MostOfList} bộ lọc. Hãy xóa bớt bộ lọc không dùng nữa.");
        db.Add(
            new SavedFilter
            {
                Id = Ids.New(),
                AccountId = user.Required.AccountId,
                Path = path,
                Name = name,
                Address = address,
            }
        );
        return Result.Success;
    }
}
