namespace DoanKet.Kernel.Settings;

/// <summary>The one folder under which all state of the program lies: database, files, keys, backups, log.</summary>
/// <param name="KeysFolder">A folder of keys that lies elsewhere, because several instances share it; null for the usual one.</param>
public sealed record DataFolder(string Path, string? KeysFolder = null)
{
    public string Database => System.IO.Path.Combine(Path, "doanket.db");

    public string Files => System.IO.Path.Combine(Path, "files");

    /// <summary>Page images and the like: may be deleted at any time, is made again.</summary>
    public string Derived => System.IO.Path.Combine(Path, "derived");

    public string Temporary => System.IO.Path.Combine(Path, "tmp");

    public string Keys => KeysFolder is null ? System.IO.Path.Combine(Path, "keys") : System.IO.Path.GetFullPath(KeysFolder);

    public string Backups => System.IO.Path.Combine(Path, "backups");

    /// <summary>
    /// The program's user and nobody else: whoever reads the keys can forge a sign-in, whoever reads the database knows everything.
    /// </summary>
    private const UnixFileMode OwnFolder = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute,
        OwnFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Makes what is missing. A data folder that somebody made keeps the rights it was given; keys and database do not.</summary>
    public void Create()
    {
        foreach (var folder in (string[])[Path, Files, Derived, Temporary, Keys, Backups])
        {
            if (OperatingSystem.IsWindows())
                Directory.CreateDirectory(folder);
            else
                Directory.CreateDirectory(folder, OwnFolder);
        }
        if (!OperatingSystem.IsWindows())
            foreach (var folder in (string[])[Keys, Backups])
                File.SetUnixFileMode(folder, OwnFolder);
        ProtectDatabase();
    }

    /// <summary>Takes the database file away from the other users of the machine; its companions (-wal, -shm) inherit that.</summary>
    public void ProtectDatabase()
    {
        if (!OperatingSystem.IsWindows() && File.Exists(Database))
            File.SetUnixFileMode(Database, OwnFile);
    }

    /// <summary>An empty file that vanishes with its stream: for what is written whole before it is sent.</summary>
    public FileStream OpenTemporary() =>
        new(
            System.IO.Path.Combine(Temporary, Ids.New().ToString("N")),
            FileMode.CreateNew,
            FileAccess.ReadWrite,
            FileShare.None,
            65536,
            System.IO.FileOptions.DeleteOnClose | System.IO.FileOptions.Asynchronous
        );

    /// <summary>Removes what a kill left of uploads; called when nothing is under way.</summary>
    public void ClearTemporary()
    {
        foreach (var file in Directory.EnumerateFiles(Temporary))
            File.Delete(file);
    }
}
