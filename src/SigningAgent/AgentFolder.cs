using System.Text.Json;
using DoanKet.SigningTickets;

namespace DoanKet.SigningAgent;

/// <summary>Where the program keeps its settings and its log: in the person's own folder, without any right of an administrator.</summary>
internal sealed class AgentFolder(string path)
{
    private const long MostLogBytes = 1024 * 1024;

    private string SettingsPath => Path.Combine(path, "may-chu.json");

    private string LogPath => Path.Combine(path, "nhat-ky.txt");

    /// <summary>Made where it is not there yet: otherwise the system names none, and files would lie wherever the program was
    /// started.</summary>
    public static string LocalData =>
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create);

    public static AgentFolder Usual { get; } = new(Path.Combine(LocalData, SigningLink.Scheme));

    /// <summary>Where the program itself stands once it is installed.</summary>
    public string ProgramPath => Path.Combine(path, OperatingSystem.IsWindows() ? "doanket-ky.exe" : "doanket-ky");

    /// <exception cref="RefusedException">There are none, or they cannot be read.</exception>
    public AgentSettings Read() => Read(SettingsPath);

    /// <inheritdoc cref="Read()"/>
    public static AgentSettings Read(string file)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(file), TicketJson.Default.AgentSettings)
                ?? throw new RefusedException($"Tệp cài đặt {file} trống.");
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new RefusedException("Phần mềm ký chưa được cài đặt: hãy tải lại ở trang “Chữ ký của tôi”, giải nén và mở tệp trong đó.");
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new RefusedException($"Không đọc được tệp cài đặt {file}: {e.Message}");
        }
    }

    public void Write(AgentSettings settings)
    {
        Directory.CreateDirectory(path);
        var unfinished = SettingsPath + ".moi";
        File.WriteAllBytes(unfinished, JsonSerializer.SerializeToUtf8Bytes(settings, TicketJson.Default.AgentSettings));
        File.Move(unfinished, SettingsPath, overwrite: true);
    }

    /// <summary>What was done when for which server: no names, no titles, no numbers of persons.</summary>
    public void Note(DateTimeOffset at, string line)
    {
        try
        {
            Directory.CreateDirectory(path);
            if (File.Exists(LogPath) && new FileInfo(LogPath).Length > MostLogBytes)
                File.Move(LogPath, LogPath + ".cu", overwrite: true);
            File.AppendAllText(LogPath, $"{at:yyyy-MM-dd HH:mm:ss} {line}{Environment.NewLine}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A full disk keeps nobody from signing.
        }
    }
}
