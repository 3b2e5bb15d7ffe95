using System.Diagnostics;
using DoanKet.SigningTickets;

namespace DoanKet.SigningAgent;

/// <summary>
/// Puts the program and its settings into the person's own folder and has links of its kind open it; no right of an administrator is
/// needed. Servers and drivers that were there before stay.
/// </summary>
internal static class Installation
{
    public static void Run(AgentFolder folder, IScreen screen)
    {
        var program = Environment.ProcessPath ?? throw new RefusedException("Không biết chương trình nằm ở đâu.");
        var given = AgentFolder.Read(Path.Combine(Path.GetDirectoryName(program)!, "may-chu.json"));
        folder.Write(Join(Before(folder), given));
        if (!string.Equals(program, folder.ProgramPath, StringComparison.OrdinalIgnoreCase))
            File.Copy(program, folder.ProgramPath, overwrite: true);
        if (OperatingSystem.IsWindows())
            RegisterOnWindows(folder.ProgramPath);
        else if (OperatingSystem.IsLinux())
            RegisterOnLinux(folder.ProgramPath);
        else
            throw new RefusedException("Trên máy này hãy tự đặt chương trình làm nơi mở liên kết doanket-ky.");
        screen.Say($"Đã cài đặt cho máy chủ {string.Join(", ", given.Servers.Select(server => server.Origin))}.");
        screen.Say("Hãy quay lại trình duyệt và bấm “Mở phần mềm ký”.");
    }

    /// <summary>What is given counts more: a server's key may have changed.</summary>
    public static AgentSettings Join(AgentSettings? before, AgentSettings given) =>
        before is null
            ? given
            : new(
                [.. given.Servers, .. before.Servers.Where(old => given.Servers.All(server => server.Origin != old.Origin))],
                [.. given.Drivers.Union(before.Drivers, StringComparer.Ordinal)]
            );

    private static AgentSettings? Before(AgentFolder folder)
    {
        try
        {
            return folder.Read();
        }
        catch (RefusedException)
        {
            return null;
        }
    }

    private static void RegisterOnWindows(string program)
    {
        const string Key = @"HKCU\Software\Classes\" + SigningLink.Scheme;
        Run("reg", "add", Key, "/ve", "/d", "URL:Ký số Đoàn Kết", "/f");
        Run("reg", "add", Key, "/v", "URL Protocol", "/d", "", "/f");
        Run("reg", "add", Key + @"\shell\open\command", "/ve", "/d", $"\"{program}\" \"%1\"", "/f");
    }

    private static void RegisterOnLinux(string program)
    {
        var folder = Path.Combine(AgentFolder.LocalData, "applications");
        Directory.CreateDirectory(folder);
        const string Name = "doanket-ky.desktop";
        File.WriteAllText(
            Path.Combine(folder, Name),
            $"""
            [Desktop Entry]
            Type=Application
            Name=Ký số Đoàn Kết
            Exec="{program}" %u
            Terminal=true
            NoDisplay=true
            MimeType=x-scheme-handler/{SigningLink.Scheme};

            """
        );
        Run("xdg-mime", "default", Name, "x-scheme-handler/" + SigningLink.Scheme);
    }

    private static void Run(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false });
            process?.WaitForExit();
            if (process is { ExitCode: not 0 })
                throw new RefusedException($"{program} báo lỗi {process.ExitCode}; chưa đăng ký được liên kết.");
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new RefusedException($"Không chạy được {program}: {e.Message}");
        }
    }
}
