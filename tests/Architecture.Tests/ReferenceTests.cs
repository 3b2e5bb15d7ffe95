using DoanKet.Host;

namespace DoanKet.Architecture.Tests;

/// <summary>Rule 1: who may reference whom, read from the project files.</summary>
public sealed class ReferenceTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Libraries"] = ["Libraries"],
        ["Kernel"] = ["Libraries"],
        ["Contracts"] = ["Kernel"],
        ["Ui"] = ["Kernel"],
        ["Modules"] = ["Kernel", "Contracts", "Ui", "Libraries"],
        ["Database"] = ["Kernel", "Modules"],
        ["Outside"] = ["Kernel"],
        ["SigningAgent"] = ["Libraries"],
        ["Host"] = ["Kernel", "Contracts", "Ui", "Libraries", "Modules", "Database", "Outside"],
    };

    public static TheoryData<string> Projects => [.. Repository.Projects.Select(p => Path.GetRelativePath(Repository.Root, p.Path))];

    [Theory, MemberData(nameof(Projects))]
    public void A_project_references_only_what_its_layer_may(string path)
    {
        var project = Repository.Projects.Single(p => p.Path == Path.Combine(Repository.Root, path));
        Assert.True(Allowed.ContainsKey(project.Layer), $"src/{project.Layer} is a layer that the rules do not know.");
        Assert.All(project.References, r => Assert.Contains(r.Layer, Allowed[project.Layer]));
    }

    [Fact]
    public void A_module_has_one_public_type_besides_its_pages_and_is_in_the_program()
    {
        Assert.NotEmpty(Repository.Modules);
        Assert.Equal(Repository.Modules.Order(), ModuleList.All.Select(m => m.Name).Order());
        foreach (var module in ModuleList.All)
        {
            var open = module
                .GetType()
                .Assembly.GetExportedTypes()
                .Where(t =>
                    !t.IsNested
                    && !typeof(Microsoft.AspNetCore.Mvc.RazorPages.PageModel).IsAssignableFrom(t)
                    && !typeof(Microsoft.AspNetCore.Mvc.Razor.RazorPageBase).IsAssignableFrom(t)
                )
                .Select(t => t.Name)
                .ToList();
            Assert.Equal([module.Name + "Module"], open);
        }
    }

    [Fact]
    public void A_module_uses_no_type_of_another_module()
    {
        var modules = ModuleList.All.Select(m => m.GetType().Assembly).ToList();
        foreach (var module in modules)
            Assert.Empty(
                module
                    .GetReferencedAssemblies()
                    .Select(r => r.Name)
                    .Intersect(modules.Where(m => m != module).Select(m => m.GetName().Name))
            );
    }

    [Fact]
    public void Entities_of_modules_are_internal_and_their_tables_carry_the_modules_name()
    {
        foreach (var entity in Model.Entities.Where(e => e.ClrType.Namespace!.StartsWith("DoanKet.Modules.", StringComparison.Ordinal)))
        {
            Assert.False(entity.ClrType.IsPublic, entity.ClrType.FullName);
            Assert.StartsWith(
                entity.ClrType.Namespace!.Split('.')[2].ToLowerInvariant() + "_",
                Microsoft.EntityFrameworkCore.RelationalEntityTypeExtensions.GetTableName(entity),
                StringComparison.Ordinal
            );
        }
    }
}
