using DoanKet.Host.Web;
using DoanKet.Kernel.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace DoanKet.Testing;

/// <summary>Looks at the database of a program in another process from beside; it neither serves nor works.</summary>
public sealed class DatabaseLooker(string data, string[] settings) : IAsyncDisposable
{
    private readonly WebApplication _program = WebProgram.Build(data, settings);

    public Task<T> InDbAsync<T>(Func<UnionDb, Task<T>> body) => InScopeAsync(services => body(services.GetRequiredService<UnionDb>()));

    public async Task<T> InScopeAsync<T>(Func<IServiceProvider, Task<T>> body)
    {
        await using var scope = _program.Services.CreateAsyncScope();
        return await body(scope.ServiceProvider);
    }

    public async ValueTask DisposeAsync()
    {
        await _program.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
    }
}
