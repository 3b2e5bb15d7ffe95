using System.Text;
using DoanKet.Kernel.Backup;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Members.Importing;
using DoanKet.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace DoanKet.Members.Tests;

/// <summary>The program with people who need no cookie.</summary>
public sealed class PagesApp() : UnionApp(Provider.Sqlite)
{
    public Visitor Visit(string userName) => KnownPerson.Visit(this, Given.AccountId(userName));

    protected override void ConfigureServices(IServiceCollection services) => KnownPerson.Add(services);
}

internal static class Office
{
    /// <summary>Takes a list into the first grassroots union, or another one.</summary>
    public static Task<Result<ImportReport>> ImportAsync(
        this UnionApp app,
        string userName,
        string csv,
        Guid? unit = null,
        bool write = true,
        bool acceptAll = false
    ) =>
        app.AsAsync(
            userName,
            services =>
                services
                    .GetRequiredService<ImportMembers>()
                    .HandleAsync(
                        new MemoryStream(Encoding.UTF8.GetBytes(csv)),
                        new(unit ?? app.Given.GrassrootsUnits[0].Id, "danh-sach.csv", write, acceptAll),
                        default
                    )
        );

    /// <summary>Where the kept figures differ from a count.</summary>
    public static Task<List<string>> FiguresProblemsAsync(this UnionApp app) =>
        app.InScopeAsync(async services =>
        {
            List<string> problems = [];
            await foreach (
                var problem in services.GetServices<IIntegrityCheck>().Single(c => c.GetType().Name == "FiguresCheck").FindAsync(default)
            )
                problems.Add(problem);
            return problems;
        });
}
