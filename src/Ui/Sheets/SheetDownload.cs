using DoanKet.Kernel.Settings;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace DoanKet.Ui.Sheets;

/// <summary>A table that people take out as a spreadsheet.</summary>
public static class SheetDownload
{
    private const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <param name="fileName">With its ending.</param>
    /// <param name="write">Writes the sheet, with a <c>SheetWriter</c>.</param>
    public static async Task<IResult> SheetAsync(this DataFolder data, string fileName, Func<Stream, Task> write) =>
        Results.Stream(await data.WriteAsync(write), MediaType, fileName);

    /// <inheritdoc cref="SheetAsync"/>
    public static async Task<FileStreamResult> SheetFileAsync(this DataFolder data, string fileName, Func<Stream, Task> write) =>
        new(await data.WriteAsync(write), MediaType) { FileDownloadName = fileName };

    private static async Task<Stream> WriteAsync(this DataFolder data, Func<Stream, Task> write)
    {
        // A zip can't be written straight into the answer without blocking.
        var stream = data.OpenTemporary();
        try
        {
            await write(stream);
        }
        catch
        {
            await stream.DisposeAsync();
            throw;
        }
        stream.Position = 0;
        return stream;
    }
}
