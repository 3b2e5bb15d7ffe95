using System.Diagnostics;
using System.Text.RegularExpressions;

namespace DoanKet.Architecture.Tests;

/// <summary>The module that <c>docs/adding-a-module.md</c> builds step by step, compiled as it stands on the page.</summary>
public sealed partial class AddingAModuleTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("doanket-module-");

    /// <summary>What a module has from the folder above it, out of the assemblies that this build made.</summary>
    private static readonly string Common = $"""
        <Project>
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <LangVersion>14</LangVersion>
            <Nullable>enable</Nullable>
            <ImplicitUsings>enable</ImplicitUsings>
            <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
            <AddRazorSupportForMvc>true</AddRazorSupportForMvc>
            <AssemblyName>DoanKet.Modules.$(MSBuildProjectName)</AssemblyName>
            <RootNamespace>DoanKet.Modules.$(MSBuildProjectName)</RootNamespace>
          </PropertyGroup>
          <ItemGroup>
            <FrameworkReference Include="Microsoft.AspNetCore.App" />
            <Reference Include="{AppContext.BaseDirectory}DoanKet.*.dll" />
            <Reference Include="{AppContext.BaseDirectory}Microsoft.EntityFrameworkCore*.dll" />
            <Reference Include="{AppContext.BaseDirectory}Microsoft.AspNetCore.Identity.EntityFrameworkCore.dll" />
            <Reference Include="{AppContext.BaseDirectory}AngleSharp.dll" />
            <Reference Include="{AppContext.BaseDirectory}xunit.v3.*.dll" />
            <Using Include="Xunit" />
            <Compile Include="$(MSBuildThisFileDirectory)tests/**/*.cs" />
          </ItemGroup>
        </Project>
        """;

    [Fact]
    public async Task The_module_of_the_page_compiles_with_its_test()
    {
        var page = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs", "adding-a-module.md"));
        var files = CodeBlock().Matches(page.ReplaceLineEndings("\n"));
        Assert.True(files.Count > 10, $"Found only {files.Count} files on the page.");
        await WriteAsync("Directory.Build.props", Common);
        foreach (var file in files.Where(f => !f.Groups["path"].Value.EndsWith(".Tests.csproj", StringComparison.Ordinal)))
            await WriteAsync(file.Groups["path"].Value, file.Groups["text"].Value);

        var (exitCode, said) = await BuildAsync(Path.Combine(_folder.FullName, "src", "Modules", "Suggestions"));
        Assert.True(exitCode == 0, said);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private async Task WriteAsync(string path, string text)
    {
        var target = Path.Combine(_folder.FullName, path);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        await File.WriteAllTextAsync(target, text);
    }

    private static async Task<(int ExitCode, string Said)> BuildAsync(string project)
    {
        // Without servers that stay behind and hold the folder.
        string[] arguments = ["build", project, "-nologo", "-v", "quiet", "-nodeReuse:false"];
        using var build = Process.Start(
            new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true }
        )!;
        var (output, errors) = (build.StandardOutput.ReadToEndAsync(), build.StandardError.ReadToEndAsync());
        await build.WaitForExitAsync();
        return (build.ExitCode, await output + await errors);
    }

    [GeneratedRegex(@"^```\w+ (?<path>\S+)\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex CodeBlock();
}
