using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace DoanKet.Kernel.Persistence;

/// <summary>The columns of an entity and how to read their stored values from an object, taken from the EF model so that bulk and ordinary
/// inserts agree.</summary>
public sealed class BulkColumns
{
    private readonly IReadOnlyList<Func<object?, object?>> _converters;

    private BulkColumns(string table, IReadOnlyList<IProperty> properties)
    {
        var stored = StoreObjectIdentifier.Table(table);
        Table = table;
        Properties = properties;
        Names = [.. properties.Select(p => p.GetColumnName(stored)!)];
        StoreTypes = [.. properties.Select(p => p.GetColumnType(stored))];
        _converters = [.. properties.Select(Converter)];
    }

    public string Table { get; }

    public IReadOnlyList<IProperty> Properties { get; }

    public IReadOnlyList<string> Names { get; }

    public IReadOnlyList<string> StoreTypes { get; }

    public static BulkColumns Of<T>(UnionDb db) =>
        For(db.Model.FindEntityType(typeof(T)) ?? throw new InvalidOperationException($"{typeof(T).Name} is not in the model."));

    public static BulkColumns For(IEntityType entity)
    {
        var table = entity.GetTableName()!;
        var stored = StoreObjectIdentifier.Table(table);
        return new(table, [.. entity.GetProperties().Where(p => p.GetColumnName(stored) is not null && !p.IsShadowProperty())]);
    }

    /// <summary>A value of the property in column <paramref name="column"/> as the database keeps it.</summary>
    public object? Stored(int column, object? value) => _converters[column](value);

    /// <summary>All columns of an object, as the database keeps them.</summary>
    public object?[] Row(object row) => [.. Properties.Select((property, i) => Stored(i, property.GetGetter().GetClrValue(row)))];

    private static Func<object?, object?> Converter(IProperty property) =>
        property.GetTypeMapping().Converter is { } converter
            ? value => value is null ? null : converter.ConvertToProvider(value)
            : value => value;
}
