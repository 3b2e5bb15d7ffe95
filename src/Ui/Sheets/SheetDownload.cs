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
        return Results.Stream(stream, MediaType, fileName);
    }
}
