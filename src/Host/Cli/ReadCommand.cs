using System.CommandLine;
using DoanKet.DocumentReading;
using DoanKet.OfficialFormat;

namespace DoanKet.Host.Cli;

/// <summary>Reads the parts of an official document out of a file, as the program does with what comes in. Needs no data folder.</summary>
internal static class ReadCommand
{
    /// <summary>Exit code for a file from which nothing can be read.</summary>
    private const int NotRead = 2;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    public static Command Build()
    {
        var file = new Argument<FileInfo>("file") { Description = "Tệp PDF (có lớp chữ), DOCX hoặc chữ thuần" };
        var json = new Option<bool>("--json")
        {
            Description =
                "In một đối tượng JSON; mỗi giá trị có value, page, box (điểm 1/72 inch từ góc trên bên trái) và certainty từ 0 đến 1",
        };
        var command = new Command("read", "Đọc số, ngày, trích yếu, người ký, thời hạn… của một văn bản; mã thoát 2 khi không đọc được")
        {
            file,
            json,
        };
        command.SetAction((parse, ct) => RunAsync(parse.GetValue(file)!, parse.GetValue(json), ct));
        return command;
    }

    private static async Task<int> RunAsync(FileInfo file, bool json, CancellationToken ct)
    {
        if (!file.Exists)
        {
            await Console.Error.WriteLineAsync($"Không có tệp {file.FullName}.");
            return NotRead;
        }
        var text = await IsolatedReader.ReadAsync(file.FullName, ReaderCommand.OfThisProgram("read-file"), Limit, ct);
        var paper = new ReadPaper(text, OfficialReader.Read(text.Heading, text.Text));
        if (json)
            Console.WriteLine(Json.Line(paper.Fields));
        else
            paper.Lines().ToList().ForEach(Console.WriteLine);
        return text.Status == ReadStatus.Read ? 0 : NotRead;
    }
}
