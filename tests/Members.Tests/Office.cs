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

    /// <summary>Another name for each number below 25,600.</summary>
    public static string Name(int number)
    {
        string[] words = ["An", "Ba", "Chi", "Dua", "Giang", "Ha", "Khu", "Lao", "Mai", "Nu", "Pao", "Sinh", "Tong", "Va", "Xia", "Yen"];
        string Word(int place) => words[number / place % words.Length];
        return $"Vàng {(number % 2 == 0 ? "Thị" : "Văn")} {Word(4096)} {Word(256)} {Word(16)} {Word(1)}";
    }

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
