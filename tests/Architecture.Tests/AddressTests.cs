using System.Reflection;
using DoanKet.Host;
using DoanKet.Host.Web;
using DoanKet.Kernel.Results;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;

namespace DoanKet.Architecture.Tests;

/// <summary>
/// Each module's README says what lies behind every address: the page or the class that answers, and the handlers that it calls. With
/// <c>DOANKET_WRITE_TABLES=1</c> the tables are written instead of compared.
/// </summary>
public sealed class AddressTests
{
    private const string Heading = "## Addresses\n\n| address | answered by | calls |\n| --- | --- | --- |\n";

    private sealed record Row(string Module, string Address, string AnsweredBy, string Calls)
    {
        public override string ToString() => $"| `{Address}` | {AnsweredBy} | {Calls} |";
    }

    private static readonly ILookup<string, Row> Rows = Read().ToLookup(row => row.Module);

    public static TheoryData<string> Modules => [.. ModuleList.All.Select(m => m.Name)];

    [Theory, MemberData(nameof(Modules))]
    public async Task The_readme_of_a_module_names_every_address_with_its_page_and_handlers(string module)
    {
        var path = Path.Combine(Repository.Root, "src", "Modules", module, "README.md");
        var written = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
        var table = Table(module);
        if (Environment.GetEnvironmentVariable("DOANKET_WRITE_TABLES") == "1")
            await File.WriteAllTextAsync(path, Before(written) + table, TestContext.Current.CancellationToken);
        else
            Assert.True(
                written.ReplaceLineEndings("\n").EndsWith(table, StringComparison.Ordinal),
                $"src/Modules/{module}/README.md must end with this table (DOANKET_WRITE_TABLES=1 writes it):\n\n{table}"
            );
    }

    private static string Before(string readme)
    {
        var at = readme.IndexOf(Heading.Split('\n')[0], StringComparison.Ordinal);
        return (at < 0 ? readme : readme[..at]).TrimEnd() + "\n";
    }

    /// <summary>Empty for a module without addresses.</summary>
    private static string Table(string module) =>
        Rows[module].Any() ? "\n" + Heading + string.Join('\n', Rows[module].Select(row => row.ToString())) + "\n" : "";

    private static List<Row> Read()
    {
        var app = WebProgram.Build(Directory.CreateTempSubdirectory("doanket-routes-").FullName, []);
        var endpoints = ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>();
        return [.. endpoints.Select(Describe).OfType<Row>().Distinct().OrderBy(row => row.Address, StringComparer.Ordinal)];
    }

    private static Row? Describe(RouteEndpoint endpoint)
    {
        var address = "/" + endpoint.RoutePattern.RawText!.TrimStart('/');
        if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page)
            return OfPage(address, page.RelativePath.Trim('/').Split('/', 2));
        var method = endpoint.Metadata.GetMetadata<MethodInfo>();
        var assembly = method?.DeclaringType?.Assembly;
        if (ModuleList.All.FirstOrDefault(m => m.GetType().Assembly == assembly) is not { } module)
            return null;
        var owner = method!.DeclaringType!;
        // A lambda lives in a class that the compiler made inside the one that it stands in.
        while (owner.DeclaringType is { } outer)
            owner = outer;
        var verb = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods is ["POST"] ? "POST " : "";
        return new(module.Name, verb + address, $"`{owner.Name}`", Calls(method.GetParameters(), assembly!));
    }

    private static Row? OfPage(string address, string[] place)
    {
        if (place is not [var name, var file] || ModuleList.All.FirstOrDefault(m => m.Name == name) is not { } module)
            return null;
        var assembly = module.GetType().Assembly;
        var type = $"DoanKet.Modules.{name}.{file.Replace(".cshtml", "Model", StringComparison.Ordinal).Replace('/', '.')}";
        var model = assembly.GetType(type, throwOnError: true)!;
        var acts = model.GetMethods().Where(method => method.Name.StartsWith("On", StringComparison.Ordinal)).Cast<MethodBase>();
        var parameters = model.GetConstructors().Concat(acts).SelectMany(method => method.GetParameters());
        return new(name, address, $"[{file.Replace(".cshtml", "", StringComparison.Ordinal)}]({file})", Calls([.. parameters], assembly));
    }

    private static string Calls(IReadOnlyList<ParameterInfo> parameters, Assembly module) =>
        string.Join(
            ", ",
            parameters.Select(p => p.ParameterType).Distinct().Where(t => t.Assembly == module && IsHandler(t)).Select(t => $"`{t.Name}`")
        );

    /// <summary>Does one thing, or answers with a result.</summary>
    private static bool IsHandler(Type type) =>
        type.GetMethods(BindingFlags.Instance | BindingFlags.Public)
            .Any(method =>
                method.Name == "HandleAsync"
                || (method.ReturnType.IsGenericType && typeof(Result).IsAssignableFrom(method.ReturnType.GetGenericArguments()[0]))
            );
}
