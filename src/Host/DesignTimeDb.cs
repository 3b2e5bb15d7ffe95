using DoanKet.Host.Web;
using DoanKet.Kernel.Persistence;
using Microsoft.EntityFrameworkCore.Design;

namespace DoanKet.Host;

/// <summary>Lets <c>dotnet ef</c> make migrations: its arguments after <c>--</c> name the provider.</summary>
internal sealed class DesignTimeDb : IDesignTimeDbContextFactory<UnionDb>
{
    public UnionDb CreateDbContext(string[] args)
    {
        var provider = args.Length > 0 ? args[0] : "sqlite";
        string[] settings =
            provider == "postgresql"
                ? ["--Database:Provider=postgresql", "--Database:ConnectionString=Host=localhost;Database=design"]
                : [];
        var app = WebProgram.Build(Path.Combine(Path.GetTempPath(), "doanket-design"), settings);
        return app.Services.CreateScope().ServiceProvider.GetRequiredService<UnionDb>();
    }
}
