using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace DoanKet.Kernel.Persistence;

/// <summary>The columns of an entity and how to read their stored values from an object, taken from the EF model so that bulk and ordinary inserts agree.</summary>
internal sealed record BulkColumns(string Table, IReadOnlyList<string> Names, IReadOnlyList<string> StoreTypes, IReadOnlyList<Func<object, object?>> Values)
{
    public static BulkColumns Of<T>(UnionDb db)
    {
        var entity = db.Model.FindEntityType(typeof(T)) ?? throw new InvalidOperationException($"{typeof(T).Name} is not in the model.");
        var table = StoreObjectIdentifier.Table(entity.GetTableName()!);
        var properties = entity.GetProperties().Where(p => p.GetColumnName(table) is not null && !p.IsShadowProperty()).ToList();
        return new(
            entity.GetTableName()!,
            [.. properties.Select(p => p.GetColumnName(table)!)],
            [.. properties.Select(p => p.GetColumnType(table))],
            [.. properties.Select(Reader)]);
    }

    private static Func<object, object?> Reader(IProperty property)
    {
        var getter = property.GetGetter();
        var converter = property.GetTypeMapping().Converter;
        return converter is null
            ? row => getter.GetClrValue(row)
            : row => getter.GetClrValue(row) is { } value ? converter.ConvertToProvider(value) : null;
    }
}
