using System.CommandLine;
using DoanKet.DocumentReading;

namespace DoanKet.Host.Cli;

/// <summary>The child process in which foreign files are read; started by the program itself.</summary>
internal static class ReadFileCommand
{
    public static Command Build()
    {
        var path = new Argument<string>("path");
        var command = new Command("read-file", "Đọc chữ của một tệp trong tiến trình riêng (chương trình tự gọi)") { path };
        command.Hidden = true;
        command.SetAction(
            async (parse, ct) =>
            {
                await using var output = Console.OpenStandardOutput();
                await ReaderChild.RunAsync(parse.GetValue(path)!, output, ct);
                return 0;
            }
        );
        return command;
    }
}
