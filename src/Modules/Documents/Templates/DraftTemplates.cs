using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Audit;
using DoanKet.Kernel.Files;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Kernel.Units;
using DoanKet.Modules.Documents.Shared;
using DoanKet.PaperForms;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Templates;

/// <summary>The templates of a unit: those of its own, which its clerk keeps, and those of the units above it.</summary>
internal sealed class DraftTemplates(
    UnionDb db,
    Work work,
    UserContext user,
    FileVault vault,
    DocumentKinds kinds,
    AuditTrail audit,
    TimeProvider time
)
{
    /// <summary>Most of one unit; among more nothing is found at a glance.</summary>
    private const int Most = 60;

    /// <param name="Name">Under which it is offered; the file's own when it is empty.</param>
    internal sealed record Input(string Name, string KindCode, IFormFile? File);

    /// <param name="Unknown">Places that the program has nothing for.</param>
    internal sealed record Saved(string Name, int Places, IReadOnlyList<string> Unknown);

    /// <summary>Those that a unit may use, its own first.</summary>
    public IQueryable<DraftTemplate> OpenTo(string unitPath)
    {
        var above = UnitPath.SelfAndAncestors(unitPath).ToList();
        return db.Set<DraftTemplate>()
            .AsNoTracking()
            .Where(t => above.Contains(t.Unit.Path))
            .OrderByDescending(t => t.Unit.Path.Length)
            .ThenBy(t => t.Name);
    }

    /// <summary>A file of the same name replaces the one before.</summary>
    public async Task<Result<Saved>> SaveAsync(ActingUnit office, Input input, CancellationToken ct)
    {
        var name = input.Name.Trim() is { Length: > 0 } given ? given : Path.GetFileNameWithoutExtension(input.File?.FileName ?? "").Trim();
        var check = new Check()
            .That(user.Required.Can(Permissions.ApproveFormat, office.Id, office.Path), "", "Chỉ văn thư của đơn vị mới thêm được mẫu.")
            .That(input.File is not null, nameof(input.File), "Hãy chọn tệp mẫu Word (.docx).")
            .AtMost(name, DraftTemplate.MaxName, nameof(input.Name), "Tên mẫu")
            .That(input.KindCode.Length == 0 || kinds.IsDrafted(input.KindCode), nameof(input.KindCode), "Hãy chọn loại văn bản.");
        if (!check.Ok)
            return Result<Saved>.Fail(check.Problems);
        await using var stream = input.File!.OpenReadStream();
        var kept = await vault.SaveAsync(stream, ct);
        if (!kept.Ok)
            return Result<Saved>.Fail(kept.Problems.Select(p => p with { Field = nameof(input.File) }));
        if (await PlacesAsync(kept.Value, ct) is not { } places)
            return Result<Saved>.Fail("Tệp mẫu phải là tệp Word (.docx) mở được. Hãy lưu lại bằng Word rồi chọn lại.", nameof(input.File));
        try
        {
            return await work.RunAsync(
                async () =>
                {
                    var put = await PutAsync(office, name, input, kept.Value, ct);
                    return put.Ok
                        ? new Saved(name, places.Count, [.. places.Where(place => !TemplateValues.IsKnown(place))])
                        : Result<Saved>.Fail(put.Problems);
                },
                ct
            );
        }
        catch (DbUpdateException error) when (db.Dialect.IsDuplicate(error))
        {
            return Result<Saved>.Fail("Người khác vừa lưu một mẫu cùng tên. Hãy tải lại trang.", nameof(input.Name));
        }
    }

    /// <returns>False when the unit has no such template.</returns>
    public async Task<bool> DeleteAsync(ActingUnit office, Guid id, CancellationToken ct)
    {
        if (!user.Required.Can(Permissions.ApproveFormat, office.Id, office.Path))
            return false;
        var deleted = await work.RunAsync(
            async () =>
            {
                var template = await db.Set<DraftTemplate>().FirstOrDefaultAsync(t => t.Id == id && t.UnitId == office.Id, ct);
                if (template is null)
                    return Result.Refuse("Không tìm thấy mẫu này trong đơn vị của anh/chị.");
                db.Remove(template);
                audit.Record("documents.template.deleted", id, $"Xóa mẫu văn bản “{template.Name}”");
                return Result.Success;
            },
            ct
        );
        return deleted.Ok;
    }

    private async Task<IReadOnlyList<string>?> PlacesAsync(StoredFile file, CancellationToken ct)
    {
        await using var stream = await vault.OpenAsync(file.Sha256, ct);
        try
        {
            return WordForm.PlacesOf(stream);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private async Task<Result> PutAsync(ActingUnit office, string name, Input input, StoredFile file, CancellationToken ct)
    {
        var own = db.Set<DraftTemplate>().Where(t => t.UnitId == office.Id);
        var template = await own.FirstOrDefaultAsync(t => t.Name == name, ct);
        if (template is null && await own.CountAsync(ct) >= Most)
            return Result.Fail($"Đơn vị đã có {Most} mẫu. Hãy xóa bớt mẫu không dùng nữa.");
        if (template is null)
            db.Add(
                template = new()
                {
                    Id = Ids.New(),
                    UnitId = office.Id,
                    Name = name,
                    FileName = "",
                    Sha256 = "",
                }
            );
        (template.FileName, template.Sha256) = (Path.GetFileName(input.File!.FileName), file.Sha256);
        (template.KindCode, template.At) = (input.KindCode, time.UtcDateTime());
        audit.Record("documents.template.saved", template.Id, $"Lưu mẫu văn bản “{name}”");
        return Result.Success;
    }
}
