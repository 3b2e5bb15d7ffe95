using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DoanKet.Kernel.Persistence;

/// <summary>A row that two people may edit at once: the integer grows with every save, and a stale save fails.</summary>
public interface IVersioned
{
    int Version { get; set; }
}

public static class ColumnConventions
{
    internal const string OrdinalAnnotation = "DoanKet:Ordinal";

    /// <summary>Compared byte by byte on both databases: "C" on PostgreSQL, where ranges would otherwise not use the index.</summary>
    public static PropertyBuilder<T> UseOrdinalCollation<T>(this PropertyBuilder<T> property) =>
        property.HasAnnotation(OrdinalAnnotation, true);
}
