using System.Security.Cryptography;
using System.Text.Json;
using DoanKet.Kernel.Settings;

namespace DoanKet.Kernel.Secrets;

/// <summary>A random secret of 32 bytes in the folder of keys, made when it is first asked for and never changed.</summary>
public sealed class KeyFile(DataFolder data, string name)
{
    private sealed record Content(byte[] Key);

    private string FilePath => Path.Combine(data.Keys, name);

    public byte[] FindOrMake()
    {
        if (File.Exists(FilePath))
            return Read();
        var unfinished = FilePath + "." + Ids.New().ToString("N");
        File.WriteAllText(unfinished, JsonSerializer.Serialize(new Content(RandomNumberGenerator.GetBytes(32))));
        try
        {
            File.Move(unfinished, FilePath, overwrite: false);
        }
        catch (IOException) when (File.Exists(FilePath))
        {
            // Another process with the same folder was quicker; its key counts.
            File.Delete(unfinished);
        }
        return Read();
    }

    private byte[] Read() => JsonSerializer.Deserialize<Content>(File.ReadAllText(FilePath))!.Key;
}
