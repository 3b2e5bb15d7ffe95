using DoanKet.Host.Web;
using DoanKet.Kernel.Persistence;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace DoanKet.Architecture.Tests;

/// <summary>The database model as the program composes it.</summary>
internal static class Model
{
    public static IReadOnlyList<IEntityType> Entities { get; } = Read("sqlite");

    private static List<IEntityType> Read(string provider)
    {
        var app = WebProgram.Build(Directory.CreateTempSubdirectory("doanket-model-").FullName, ["--Database:Provider=" + provider]);
        using var scope = app.Services.CreateScope();
        return [.. scope.ServiceProvider.GetRequiredService<UnionDb>().Model.GetEntityTypes()];
    }
}
