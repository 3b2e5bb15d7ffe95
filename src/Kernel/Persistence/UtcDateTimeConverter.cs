using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace DoanKet.Kernel.Persistence;

/// <summary>Instants are UTC. SQLite loses the kind of a DateTime, so it is given back on reading.</summary>
internal sealed class UtcDateTimeConverter()
    : ValueConverter<DateTime, DateTime>(
        value => value.Kind == DateTimeKind.Utc ? value : DateTime.SpecifyKind(value, DateTimeKind.Utc),
        value => DateTime.SpecifyKind(value, DateTimeKind.Utc)
    );
