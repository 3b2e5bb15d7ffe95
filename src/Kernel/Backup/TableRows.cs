using System.Text;
using System.Text.Json;
using DoanKet.Kernel.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace DoanKet.Kernel.Backup;

/// <summary>The rows of one table as lines of JSON, a line for each row, its columns in the order of <see cref="Columns"/>.</summary>
internal abstract class TableRows
{
    public abstract string Name { get; }

    public abstract IReadOnlyList<string> Columns { get; }

    /// <summary>All tables of the model, so that a table comes after those it refers to.</summary>
    public static IReadOnlyList<TableRows> All(UnionDb db)
    {
        List<IEntityType> ordered = [];
        foreach (var entity in db.Model.GetEntityTypes().OrderBy(e => e.GetTableName(), StringComparer.Ordinal))
            Visit(entity);
        return
        [
            .. ordered.Select(entity =>
                (TableRows)Activator.CreateInstance(typeof(TableRows<>).MakeGenericType(entity.ClrType), db, entity)!
            ),
        ];

        void Visit(IEntityType entity)
        {
            if (ordered.Contains(entity))
                return;
            foreach (
                var principal in entity.GetForeignKeys().Select(key => key.PrincipalEntityType).Where(principal => principal != entity)
            )
                Visit(principal);
            if (!ordered.Contains(entity))
                ordered.Add(entity);
        }
    }

    public abstract IAsyncEnumerable<string> ReadAsync();

    /// <summary>Inserts the lines in the present transaction.</summary>
    public abstract Task InsertAsync(IEnumerable<string> lines, CancellationToken ct);

    public async Task<BackupTable> DigestAsync(Func<string, Task>? each, CancellationToken ct)
    {
        var digest = new RowDigest();
        await foreach (var line in ReadAsync().WithCancellation(ct))
        {
            digest.Add(line);
            if (each is not null)
                await each(line);
        }
        return new(Name, Columns, digest.Rows, digest.ToString());
    }
}

/// <inheritdoc/>
internal sealed class TableRows<T>(UnionDb db, IEntityType entity) : TableRows
    where T : class
{
    private readonly BulkColumns _columns = BulkColumns.For(entity);

    public override string Name => _columns.Table;

    public override IReadOnlyList<string> Columns => _columns.Names;

    public override async IAsyncEnumerable<string> ReadAsync()
    {
        var getters = _columns.Properties.Select(property => property.GetGetter()).ToList();
        var buffer = new MemoryStream();
        await foreach (var row in db.Set<T>().AsNoTracking().AsAsyncEnumerable())
        {
            buffer.SetLength(0);
            using (var json = new Utf8JsonWriter(buffer))
            {
                json.WriteStartArray();
                for (var i = 0; i < getters.Count; i++)
                    ColumnText.Write(json, Plain(i, getters[i].GetClrValue(row)));
                json.WriteEndArray();
            }
            yield return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
        }
    }

    public override Task InsertAsync(IEnumerable<string> lines, CancellationToken ct) =>
        db.Dialect.BulkInsertAsync(db, _columns, lines.Select(Stored), ct);

    private object?[] Stored(string line)
    {
        using var json = JsonDocument.Parse(line);
        var values = json.RootElement.EnumerateArray().ToList();
        if (values.Count != _columns.Properties.Count)
            throw new InvalidDataException($"A row of {Name} has {values.Count} values; {_columns.Properties.Count} are wanted.");
        return [.. values.Select((value, i) => _columns.Stored(i, Read(i, value)))];
    }

    /// <summary>Of a column that holds an object as text: how; null for all others.</summary>
    private ValueConverter? Converter(int column) =>
        _columns.Properties[column] is { ClrType: { IsClass: true } type } property && type != typeof(string) && type != typeof(byte[])
            ? property.GetValueConverter()
            : null;

    private object? Plain(int column, object? value) => Converter(column)?.ConvertToProvider(value) ?? value;

    private object? Read(int column, JsonElement value) =>
        Converter(column) is { } converter
            ? converter.ConvertFromProvider(ColumnText.Read(value, converter.ProviderClrType))
            : ColumnText.Read(value, _columns.Properties[column].ClrType);
}
