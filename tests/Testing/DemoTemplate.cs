using Npgsql;

namespace DoanKet.Testing;

/// <summary>The demonstration federation, generated once by the program itself and copied for every test that wants one.</summary>
public static class DemoTemplate
{
    private const string PrintedFile = "demo.json";

    /// <summary>
    /// Fills an empty data folder; the settings that lead to its database, and the line of JSON that the generator printed.
    /// </summary>
    /// <param name="scale">small or full.</param>
    public static async Task<(string[] Settings, string Printed)> CopyToAsync(string data, Provider provider, string scale)
    {
        var isPostgreSql = provider == Provider.PostgreSql;
        var database = $"demo_{scale}_{Template.Build}";
        var name = isPostgreSql ? $"demo-{scale}-{await TestPostgreSql.RunAsync()}" : $"demo-{scale}";
        var template = await Template.MadeAsync(
            name,
            async folder =>
            {
                string[] settings = isPostgreSql ? TestPostgreSql.SettingsFor(await TestPostgreSql.CreateEmptyAsync(database)) : [];
                var printed = await RunningProgram.RunAsync(folder, ["demo", "--scale", scale, "--json"], settings);
                NpgsqlConnection.ClearAllPools();
                await File.WriteAllTextAsync(Path.Combine(folder, PrintedFile), printed);
            }
        );
        Template.Copy(template, data);
        return (
            isPostgreSql ? TestPostgreSql.SettingsFor(await TestPostgreSql.CopyAsync(database)) : [],
            await File.ReadAllTextAsync(Path.Combine(template, PrintedFile))
        );
    }
}
