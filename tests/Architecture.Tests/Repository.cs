using System.Xml.Linq;

namespace DoanKet.Architecture.Tests;

/// <summary>The project files as they lie in the repository.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static IReadOnlyList<ProjectFile> Projects { get; } =
    [
        .. Directory
            .EnumerateFiles(Path.Combine(Root, "src"), "*.csproj", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(ProjectFile.Read),
    ];

    /// <summary>Names of the modules, as their folders say.</summary>
    public static IReadOnlyList<string> Modules { get; } = [.. Projects.Where(p => p.Layer == "Modules").Select(p => p.Name)];

    public static IEnumerable<string> Sources(params string[] folders) =>
        folders
            .SelectMany(f => Directory.EnumerateFiles(Path.Combine(Root, f), "*.cs", SearchOption.AllDirectories))
            .Where(f => !f.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj" or "node_modules" or "Migrations"));

    /// <summary>Every page of the program.</summary>
    public static IEnumerable<string> Pages =>
        Directory
            .EnumerateFiles(Path.Combine(Root, "src"), "*.cshtml", SearchOption.AllDirectories)
            .Where(f => !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/bin/", StringComparison.Ordinal));

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "DoanKet.slnx")))
                return folder.FullName;
        throw new InvalidOperationException("The tests do not run inside the repository.");
    }
}

/// <summary>One project with the projects it references, its folder's common references included.</summary>
internal sealed record ProjectFile(string Path, string Layer, string Name, IReadOnlyList<(string Layer, string Name)> References)
{
    public static ProjectFile Read(string path)
    {
        var (layer, name) = Place(path);
        var references = new List<(string, string)>();
        var folder = System.IO.Path.GetDirectoryName(path)!;
        references.AddRange(ReferencesIn(path, folder));
        var common = System.IO.Path.Combine(Repository.Root, "src", layer, "Directory.Build.props");
        if (layer == "Modules" && File.Exists(common))
            references.AddRange(ReferencesIn(common, System.IO.Path.GetDirectoryName(common)!));
        return new(path, layer, name, references);
    }

    private static IEnumerable<(string, string)> ReferencesIn(string file, string folder) =>
        from reference in XDocument.Load(file).Descendants("ProjectReference")
        let include = ((string)reference.Attribute("Include")!)
            .Replace("$(MSBuildThisFileDirectory)", "", StringComparison.Ordinal)
            .Replace('\\', '/')
        select Place(System.IO.Path.GetFullPath(System.IO.Path.Combine(folder, include)));

    /// <summary>src/Modules/Desk/Desk.csproj is (Modules, Desk); src/Kernel/Kernel.csproj is (Kernel, Kernel).</summary>
    private static (string Layer, string Name) Place(string path)
    {
        var parts = System.IO.Path.GetRelativePath(System.IO.Path.Combine(Repository.Root, "src"), path).Split('/', '\\');
        return (parts[0], System.IO.Path.GetFileNameWithoutExtension(path));
    }
}
