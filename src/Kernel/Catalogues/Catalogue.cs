using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Kernel.Catalogues;

/// <summary>A catalogue as the administrator's screen and the spreadsheets know it; modules write <see cref="Catalogue{T}"/>.</summary>
public interface ICatalogue
{
    /// <summary>In the address, e.g. <c>so-van-ban</c>.</summary>
    string Slug { get; }

    string Name { get; }

    /// <summary>One sentence: what it is for, and what follows from a change.</summary>
    string Help { get; }

    IReadOnlyList<CatalogueField> Fields { get; }

    /// <summary>All rows in their order; those that hold on a day when one is named.</summary>
    Task<IReadOnlyList<CatalogueLine>> ReadAsync(DateOnly? asAt, CancellationToken ct);

    /// <summary>
    /// Writes a row into the unit of work that is open: the one with the key, a new one without. A field of which
    /// <paramref name="values"/> says nothing keeps its value. Nothing is written when a problem is noted in <paramref name="check"/>.
    /// </summary>
    Task<LineChange> PutAsync(string? key, IReadOnlyDictionary<string, string> values, Check check, CancellationToken ct);

    /// <summary>The row that a line of a spreadsheet is about: the same key fields, the same first day.</summary>
    Task<string?> FindAsync(IReadOnlyDictionary<string, string> values, CancellationToken ct);

    /// <summary>Takes out a row that was entered by mistake; a row in use is ended and stays.</summary>
    Task<Result> RemoveAsync(string key, CancellationToken ct);
}

/// <summary>A row, by the names of its fields.</summary>
public sealed record CatalogueLine(string Key, bool HoldsToday, IReadOnlyDictionary<string, string> Values, IReadOnlyList<object?> Cells);

public enum LineChange
{
    None,
    Added,
    Changed,
}

/// <summary>
/// A table of dated rows that the administrator of the installation keeps: by hand, or as a spreadsheet taken out, changed and read in
/// again. A module derives one, names its fields and registers it with <c>AddCatalogue</c>; the screens are there already.
/// </summary>
public abstract class Catalogue<T>(UnionDb db, CatalogueMemory memory, TimeProvider time) : ICatalogue
    where T : class, IDatedRow, new()
{
    private IReadOnlyList<CatalogueField<T>>? _fields;
    private bool _isLoaded;

    public abstract string Slug { get; }

    public abstract string Name { get; }

    public abstract string Help { get; }

    public IReadOnlyList<CatalogueField> Fields => [.. All.Select(f => f.Field)];

    /// <summary>The fields of its own; days and source follow them.</summary>
    protected abstract IReadOnlyList<CatalogueField<T>> Own { get; }

    /// <summary>Whether the first day tells rows apart where nothing else does (a holiday), so that it is never changed.</summary>
    protected virtual bool FirstDayIsKey => false;

    /// <summary>Whether a row lives once: others name it by its key fields alone.</summary>
    protected virtual bool OnePeriod => false;

    /// <summary>What no single field can say; called before the row is written, may complete it.</summary>
    protected virtual Task CheckAsync(T wished, Check check, CancellationToken ct) => Task.CompletedTask;

    /// <summary>The order on screens.</summary>
    protected abstract IOrderedEnumerable<T> Sort(IEnumerable<T> rows);

    /// <summary>Whether something refers to the row, so that it may end but not vanish.</summary>
    protected abstract Task<bool> IsUsedAsync(T row, CancellationToken ct);

    /// <summary>A new row; the place for what no field shows.</summary>
    protected virtual T Make() => new();

    private IReadOnlyList<CatalogueField<T>> All =>
        _fields ??= [
            .. Own,
            CatalogueField<T>.For(row => row.ValidFrom, "Từ ngày", isKey: FirstDayIsKey),
            CatalogueField<T>.For(row => row.ValidTo, "Đến hết ngày", isRequired: false),
            CatalogueField<T>.For(row => row.Source, "Căn cứ", DatedRows.MaxSource, isRequired: false),
        ];

    public async Task<IReadOnlyList<CatalogueLine>> ReadAsync(DateOnly? asAt, CancellationToken ct)
    {
        var today = time.Today();
        var rows = await (asAt is { } day ? db.Set<T>().AsNoTracking().ValidOn(day) : db.Set<T>().AsNoTracking()).ToListAsync(ct);
        return
        [
            .. Sort(rows)
                .Select(row => new CatalogueLine(
                    Key(row),
                    row.HoldsOn(today),
                    All.ToDictionary(field => field.Field.Name, field => field.Show(row)),
                    [.. All.Select(field => field.Cell(row))]
                )),
        ];
    }

    public async Task<LineChange> PutAsync(string? key, IReadOnlyDictionary<string, string> values, Check check, CancellationToken ct)
    {
        var problems = check.Problems.Count;
        var rows = await RowsAsync(ct);
        var row = key is null ? null : rows.FirstOrDefault(r => Key(r) == key);
        if (key is not null && row is null)
        {
            check.That(false, "", "Dòng này không còn nữa; hãy mở lại danh mục.");
            return LineChange.None;
        }
        // A key field never changes, and what is not named stays as it was.
        var texts = All.ToDictionary(
            field => field,
            field =>
                row is not null && (field.Field.IsKey || !values.ContainsKey(field.Field.Name))
                    ? field.Show(row)
                    : Typed(values, field.Field)
        );
        foreach (var (field, text) in texts)
            if (field.Field.Problem(text) is { } problem)
                check.That(false, field.Field.Name, problem);
        if (check.Problems.Count > problems)
            return LineChange.None;
        var wished = Make();
        foreach (var (field, text) in texts)
            field.Put(wished, text);
        await CheckAsync(wished, check, ct);
        check
            .That(wished.ValidTo is null || wished.ValidTo >= wished.ValidFrom, nameof(wished.ValidTo), "Ngày cuối ở trước ngày đầu.")
            .That(
                !rows.Exists(other => other != row && KeyFields(other) == KeyFields(wished) && (OnePeriod || Overlap(other, wished))),
                Fields.FirstOrDefault(field => field.IsKey)?.Name ?? "",
                "Đã có dòng này trong cùng khoảng thời gian; hãy sửa dòng đó, hoặc cho nó kết thúc trước."
            );
        if (check.Problems.Count > problems)
            return LineChange.None;
        memory.Forget<T>();
        if (row is null)
        {
            db.Add(wished);
            return LineChange.Added;
        }
        var changed = All.Where(field => field.Show(row) != field.Show(wished)).ToList();
        changed.ForEach(field => field.Put(row, field.Show(wished)));
        return changed.Count > 0 ? LineChange.Changed : LineChange.None;
    }

    public async Task<string?> FindAsync(IReadOnlyDictionary<string, string> values, CancellationToken ct)
    {
        var rows = await RowsAsync(ct);
        return rows.Where(row =>
                All.Where(f => f.Field.IsKey || (!OnePeriod && f.Field.Name == nameof(IDatedRow.ValidFrom)))
                    .All(f => f.Show(row) == Plain(f.Field, Typed(values, f.Field)))
            )
            .Select(Key)
            .FirstOrDefault();
    }

    public async Task<Result> RemoveAsync(string key, CancellationToken ct)
    {
        var row = (await RowsAsync(ct)).FirstOrDefault(r => Key(r) == key);
        if (row is null)
            return Result.Success;
        if (await IsUsedAsync(row, ct))
            return Result.Fail("Dòng này đang được dùng nên không bỏ được; hãy ghi “Đến hết ngày” để nó kết thúc.");
        db.Remove(row);
        memory.Forget<T>();
        return Result.Success;
    }

    /// <summary>Also those that this unit of work has added.</summary>
    private async Task<List<T>> RowsAsync(CancellationToken ct)
    {
        if (!_isLoaded)
            await db.Set<T>().LoadAsync(ct);
        _isLoaded = true;
        return [.. db.Set<T>().Local];
    }

    private static string Typed(IReadOnlyDictionary<string, string> values, CatalogueField field) =>
        values.GetValueOrDefault(field.Name)?.Trim() ?? "";

    /// <summary>As <see cref="CatalogueField{T}.Show"/> would write it.</summary>
    private static string Plain(CatalogueField field, string typed) =>
        field.Kind == FieldKind.Day && DayText.TryRead(typed, out var day) ? day.Show() : typed;

    private string Key(T row) => OnePeriod ? KeyFields(row) : $"{KeyFields(row)}|{row.ValidFrom:yyyy-MM-dd}";

    private string KeyFields(T row) => string.Join('|', All.Where(field => field.Field.IsKey).Select(field => field.Show(row)));

    private static bool Overlap(T one, T other) =>
        (other.ValidTo is null || one.ValidFrom <= other.ValidTo) && (one.ValidTo is null || other.ValidFrom <= one.ValidTo);
}
