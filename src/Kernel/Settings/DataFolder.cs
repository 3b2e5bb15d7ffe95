namespace DoanKet.Kernel.Settings;

/// <summary>The one folder under which all state of the program lies: database, files, keys, backups, log.</summary>
public sealed record DataFolder(string Path)
{
    public string Database => System.IO.Path.Combine(Path, "doanket.db");

    public string Files => System.IO.Path.Combine(Path, "files");

    /// <summary>Page images and the like: may be deleted at any time, is made again.</summary>
    public string Derived => System.IO.Path.Combine(Path, "derived");

    public string Temporary => System.IO.Path.Combine(Path, "tmp");

    public string Keys => System.IO.Path.Combine(Path, "keys");

    public string Backups => System.IO.Path.Combine(Path, "backups");

    public void Create()
    {
        foreach (var folder in (string[])[Path, Files, Derived, Temporary, Keys, Backups])
            Directory.CreateDirectory(folder);
    }
}
