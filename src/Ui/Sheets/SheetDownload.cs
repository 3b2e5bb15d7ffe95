using DoanKet.Kernel;
using DoanKet.Kernel.Settings;
using Microsoft.AspNetCore.Http;

namespace DoanKet.Ui.Sheets;

/// <summary>A table that people take out as a spreadsheet.</summary>
public static class SheetDownload
{
    private const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <param name="fileName">With its ending.</param>
    /// <param name="write">Writes the sheet, with a <c>SheetWriter</c>.</param>
    public static async Task<IResult> SheetAsync(this DataFolder data, string fileName, Func<Stream, Task> write)
    {
        // The archive is written to a file that vanishes with its stream: a zip can't be written straight into the answer without blocking.
        var stream = new FileStream(
            Path.Combine(data.Temporary, Ids.New().ToString("N")),
            FileMode.CreateNew,
            FileAccess.ReadWrite,
            FileShare.None,
            4096,
            System.IO.FileOptions.DeleteOnClose | System.IO.FileOptions.Asynchronous
        );
        await write(stream);
        stream.Position = 0;
        return Results.Stream(stream, MediaType, fileName);
    }
}
