using DoanKet.Kernel.Accounts;
using DoanKet.Kernel.Units;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;

namespace DoanKet.Kernel.Persistence;

/// <summary>
/// The one database context, composed from the configurations of all modules: real foreign keys to units and accounts,
/// one transaction across a use case, one migration chain per database.
/// </summary>
public sealed class UnionDb(DbContextOptions<UnionDb> options, ModelAssemblies assemblies, SqlDialect dialect)
    : IdentityUserContext<Account, Guid>(options)
{
    /// <summary>The SQL that only one database knows.</summary>
    public SqlDialect Dialect { get; } = dialect;

    public DbSet<Unit> Units => Set<Unit>();

    public DbSet<Post> Posts => Set<Post>();

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        foreach (var assembly in assemblies.All)
            builder.ApplyConfigurationsFromAssembly(assembly);
        AccountTables.Configure(builder);
        builder.HasDbFunction(DbText.PlainMethod).HasTranslation(arguments => Dialect.Plain(arguments[0]));
        foreach (var entity in builder.Model.GetEntityTypes())
        {
            if (typeof(IVersioned).IsAssignableFrom(entity.ClrType))
                builder.Entity(entity.ClrType).Property(nameof(IVersioned.Version)).IsConcurrencyToken();
            foreach (var property in entity.GetProperties().Where(p => p.FindAnnotation(ColumnConventions.OrdinalAnnotation) is not null))
            {
                property.RemoveAnnotation(ColumnConventions.OrdinalAnnotation);
                property.SetCollation(Dialect.OrdinalCollation);
            }
        }
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcDateTimeConverter>();
        // Every foreign key that needs an index names it; the convention would add one for each of the rest, paid for on every insert.
        configurationBuilder.Conventions.Remove<ForeignKeyIndexConvention>();
    }

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        foreach (var entry in ChangeTracker.Entries())
        {
            if (entry is { State: EntityState.Modified, Entity: IVersioned versioned })
                versioned.Version++;
            if (entry is { State: EntityState.Added or EntityState.Modified, Entity: Unit unit })
                unit.Refold();
        }
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }
}
