namespace DoanKet.Testing;

/// <summary>Nghị định 30/2020/NĐ-CP as its issuer published it: a real file, not made for the tests.</summary>
public static class Decree30
{
    public static string PathOf(string name)
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "DoanKet.slnx")))
            root = root.Parent;
        var path = Path.Combine(root?.Parent?.FullName ?? "", "shared", "samples", "decree-30", name);
        return File.Exists(path)
            ? path
            : throw new FileNotFoundException("The samples are missing: shared/samples/decree-30 beside the repository.", path);
    }
}
