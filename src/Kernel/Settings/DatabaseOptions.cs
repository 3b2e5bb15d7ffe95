namespace DoanKet.Kernel.Settings;

/// <summary>Section <c>Database</c> of the settings.</summary>
public sealed class DatabaseOptions
{
    /// <summary><c>sqlite</c> (default) or <c>postgresql</c>.</summary>
    public string Provider { get; set; } = "sqlite";

    /// <summary>Needed for PostgreSQL; for SQLite the file in the data folder is the default.</summary>
    public string? ConnectionString { get; set; }

    public bool IsPostgreSql => Provider.Equals("postgresql", StringComparison.OrdinalIgnoreCase);
}
