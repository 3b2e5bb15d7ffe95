using DoanKet.Kernel.Access;
using DoanKet.Kernel.Audit;
using DoanKet.Kernel.Catalogues;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;

namespace DoanKet.Modules.Organisation.Catalogue;

/// <summary>What the administrator of the installation does with a catalogue, line by line.</summary>
internal sealed class KeepCatalogue(IEnumerable<ICatalogue> catalogues, Work work, AuditTrail audit, UserContext user)
{
    public IReadOnlyList<ICatalogue> All { get; } = [.. catalogues.OrderBy(catalogue => catalogue.Name, StringComparer.Ordinal)];

    public ICatalogue? Find(string slug) => All.FirstOrDefault(catalogue => catalogue.Slug == slug);

    /// <param name="key">Of the line that is changed; null for a new one.</param>
    public Task<Result> SaveAsync(ICatalogue catalogue, string? key, IReadOnlyDictionary<string, string> values, CancellationToken ct) =>
        work.RunAsync(
            async () =>
            {
                if (!user.Required.CanEverywhere(Permissions.Operations))
                    return Result.Refuse("Anh/chị không có quyền sửa danh mục.");
                var check = new Check();
                var change = await catalogue.PutAsync(key, values, check, ct);
                if (!check.Ok)
                    return check.AsResult();
                if (change != LineChange.None)
                    audit.Record(
                        "organisation.catalogue.saved",
                        null,
                        $"{catalogue.Name}: {(change == LineChange.Added ? "thêm" : "sửa")} {Words(catalogue, values)}"
                    );
                return Result.Success;
            },
            ct
        );

    public Task<Result> RemoveAsync(ICatalogue catalogue, string key, CancellationToken ct) =>
        work.RunAsync(
            async () =>
            {
                if (!user.Required.CanEverywhere(Permissions.Operations))
                    return Result.Refuse("Anh/chị không có quyền sửa danh mục.");
                if ((await catalogue.ReadAsync(asAt: null, ct)).FirstOrDefault(line => line.Key == key) is not { } line)
                    return Result.Success;
                var removed = await catalogue.RemoveAsync(key, ct);
                if (removed.Ok)
                    audit.Record("organisation.catalogue.removed", null, $"{catalogue.Name}: bỏ {Words(catalogue, line.Values)}");
                return removed;
            },
            ct
        );

    /// <summary>"DT, Sổ đăng ký đơn, thư, 05/03/2020".</summary>
    public static string Words(ICatalogue catalogue, IReadOnlyDictionary<string, string> values) =>
        string.Join(
            ", ",
            catalogue.Fields.Select(field => values.GetValueOrDefault(field.Name)?.Trim() ?? "").Where(value => value.Length > 0)
        );
}
