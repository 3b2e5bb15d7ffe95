using System.Text.Json;
using DoanKet.Testing;

namespace DoanKet.Browser.Tests;

/// <summary>The program as its users meet it, with the whole demonstration federation in it.</summary>
public sealed class Demonstration : IAsyncDisposable
{
    /// <summary>Every person of the demonstration signs in with it.</summary>
    public const string Password = "DoanKet@2021";

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("doanket-browser-");
    private RunningProgram? _program;
    private JsonElement _printed;

    private Demonstration() { }

    /// <summary>By name: a browser makes no passkey for a bare number.</summary>
    public Uri Address => new UriBuilder(_program!.Address) { Host = "localhost" }.Uri;

    /// <param name="scale">small or full.</param>
    public static async Task<Demonstration> StartAsync(Provider provider, string scale)
    {
        var demonstration = new Demonstration();
        try
        {
            var data = demonstration._data.FullName;
            var (database, printed) = await DemoTemplate.CopyToAsync(data, provider, scale);
            demonstration._printed = JsonDocument.Parse(printed).RootElement;
            demonstration._program = await RunningProgram.StartAsync(data, database);
            return demonstration;
        }
        catch
        {
            await demonstration.DisposeAsync();
            throw;
        }
    }

    /// <summary>Full name of a person of the demonstration.</summary>
    public string NameOf(string userName) => Account(userName).GetProperty("fullName").GetString()!;

    public string UnitOf(string userName) => Account(userName).GetProperty("unit").GetString()!;

    public async ValueTask DisposeAsync()
    {
        if (_program is not null)
        {
            // Shown with a test that fails.
            foreach (var line in _program.Said)
                TestContext.Current.TestOutputHelper?.WriteLine(line);
            await _program.DisposeAsync();
        }
        _data.Delete(recursive: true);
    }

    private JsonElement Account(string userName) =>
        _printed.GetProperty("accounts").EnumerateArray().Single(a => a.GetProperty("userName").GetString() == userName);
}
