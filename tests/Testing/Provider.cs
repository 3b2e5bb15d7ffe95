namespace DoanKet.Testing;

/// <summary>The databases every test of behaviour runs on.</summary>
public enum Provider
{
    Sqlite,
    PostgreSql,
}
