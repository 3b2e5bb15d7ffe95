using System.Text;
using DoanKet.SigningTickets;

namespace DoanKet.SigningAgent.Terminal;

/// <summary>
/// Opened by a link in a page, with the link as its argument; opened by hand it installs itself. Ends with 0 when it did what was asked,
/// with 2 when it refused.
/// </summary>
internal static class Program
{
    private const string Help = """
        doanket-ky LIÊN-KẾT                       ký theo liên kết mà trang của Đoàn Kết mở ra
        doanket-ky                                cài đặt: dùng tệp may-chu.json nằm cạnh chương trình
        --cai-dat TỆP                             dùng tệp cài đặt khác
        """;

    public static async Task<int> Main(string[] arguments)
    {
        Console.OutputEncoding = Encoding.UTF8;
        var screen = new TerminalScreen();
        screen.Say("PHẦN MỀM KÝ SỐ ĐOÀN KẾT");
        try
        {
            var settings = arguments is [.., "--cai-dat", var file] ? AgentFolder.Read(file) : null;
            switch (arguments)
            {
                case []:
                    Installation.Run(AgentFolder.Usual, screen);
                    break;
                case [var text, ..] when SigningLink.TryParse(text, out var link):
                    await SignAsync(link, settings ?? AgentFolder.Usual.Read(), screen);
                    screen.Say("Đã xong. Hãy quay lại trình duyệt.");
                    break;
                default:
                    screen.Say(Help);
                    return 2;
            }
            screen.Rest();
            return 0;
        }
        catch (RefusedException refused)
        {
            screen.Say(refused.Message);
            screen.Rest();
            return 2;
        }
    }

    private static async Task SignAsync(SigningLink link, AgentSettings settings, IScreen screen)
    {
        using var client = ServerCalls.NewClient();
        var session = new SigningSession(screen, AgentFolder.Usual, settings, client, TimeProvider.System, OperatingSystem.IsWindows());
        await session.RunAsync(link, CancellationToken.None);
    }
}
