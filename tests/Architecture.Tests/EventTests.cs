using DoanKet.Host;
using DoanKet.Host.Web;
using DoanKet.Kernel.Events;
using DoanKet.Kernel.Search;
using Microsoft.Extensions.DependencyInjection;

namespace DoanKet.Architecture.Tests;

/// <summary>Rule 3: what modules tell each other.</summary>
public sealed class EventTests
{
    private static IEnumerable<Type> Types =>
        ModuleList
            .All.SelectMany(m => m.GetType().Assembly.GetTypes())
            .Concat(typeof(Contracts.Documents.DocumentIssued).Assembly.GetTypes())
            .Concat(typeof(IEvent).Assembly.GetTypes());

    private static IReadOnlyList<Type> Events { get; } = [.. Types.Where(t => t.IsClass && typeof(IEvent).IsAssignableFrom(t))];

    [Fact]
    public void An_event_is_a_sealed_record_in_contracts_with_a_name_of_its_own()
    {
        Assert.NotEmpty(Events);
        Assert.All(
            Events,
            happened =>
            {
                Assert.StartsWith("DoanKet.Contracts.", happened.Namespace, StringComparison.Ordinal);
                Assert.True(happened.IsSealed && happened.GetMethod("<Clone>$") is not null, $"{happened.Name} is no sealed record.");
            }
        );
        var names = Events.Select(NameOf).ToList();
        Assert.Equal(names.Distinct(), names);
        Assert.All(names, name => Assert.Matches("^[a-z]+\\.[a-z-]+$", name));
    }

    [Fact]
    public void Every_handler_of_an_event_is_registered_and_every_event_has_one()
    {
        var app = WebProgram.Build(Directory.CreateTempSubdirectory("doanket-events-").FullName, []);
        using var scope = app.Services.CreateScope();
        foreach (var happened in Events)
        {
            var contract = typeof(IEventHandler<>).MakeGenericType(happened);
            var handlers = Types.Where(t => t.IsClass && contract.IsAssignableFrom(t)).ToList();
            Assert.NotEmpty(handlers);
            var inTransaction = scope.ServiceProvider.GetServices(contract).Select(h => h!.GetType()).ToList();
            // A handler that works in a job is registered by its own type.
            Assert.All(handlers, h => Assert.True(inTransaction.Contains(h) || scope.ServiceProvider.GetService(h) is not null, h.Name));
        }
    }

    [Fact]
    public void No_two_sections_of_the_search_index_have_the_same_code()
    {
        var codes = Types
            .SelectMany(t => t.GetFields(System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.Public))
            .Where(f => f.FieldType == typeof(SearchSection))
            .Select(f => ((SearchSection)f.GetValue(null)!).Code)
            .ToList();
        Assert.NotEmpty(codes);
        Assert.Equal(codes.Distinct(), codes);
        Assert.All(codes, code => Assert.Matches("^[a-z]{2}$", code));
    }

    private static string NameOf(Type happened) => (string)happened.GetProperty(nameof(IEvent.Name))!.GetValue(null)!;
}
