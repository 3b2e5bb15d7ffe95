using DoanKet.Testing;

namespace DoanKet.Bench;

/// <summary>A data folder with the whole demonstration federation, gone afterwards.</summary>
internal sealed class Federation : IAsyncDisposable
{
    /// <summary>Of everybody in the demonstration.</summary>
    public const string Password = "DoanKet@2021";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("doanket-bench-");

    private Federation() { }

    public string Data => _folder.FullName;

    /// <summary>Database settings as on the command line.</summary>
    public string[] Settings { get; private set; } = [];

    public static async Task<Federation> MakeAsync(Provider provider)
    {
        var federation = new Federation();
        if (provider == Provider.PostgreSql)
        {
            federation.Settings =
            [
                "--Database:Provider=postgresql",
                "--Database:ConnectionString=" + await TestPostgreSql.CreateEmptyAsync(),
            ];
            await RunningProgram.RunAsync(federation.Data, ["migrate"], federation.Settings);
        }
        await RunningProgram.RunAsync(federation.Data, ["demo", "--scale", "full", "--json"], federation.Settings);
        return federation;
    }

    public ValueTask DisposeAsync()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}
