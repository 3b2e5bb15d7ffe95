using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using DoanKet.VietnameseText;
using MiniExcelLibs;
using MiniExcelLibs.OpenXml;

namespace DoanKet.Spreadsheets;

/// <summary>Reads the first sheet of a foreign file as text.</summary>
public static class SheetReader
{
    /// <summary>Bytes of a file that is an archive.</summary>
    private const byte P = (byte)'P',
        K = (byte)'K';

    // Its own cache on the disk would stand in a folder nobody clears.
    private static readonly OpenXmlConfiguration Quiet = new() { EnableSharedStringCache = false, FillMergedCells = false };

    /// <summary>Every line that holds anything, with its number in the sheet (from 1) and its cells from column A.</summary>
    /// <param name="file">Read from its beginning; must be seekable.</param>
    /// <exception cref="SheetException">The file can't be read or is more than the limits allow.</exception>
    public static IReadOnlyList<SheetLine> Read(Stream file, SheetLimits limits, CancellationToken ct)
    {
        if (file.Length > limits.Bytes)
            throw new SheetException(SheetFault.TooLarge, $"The file has {file.Length} bytes.");
        try
        {
            var isArchive = BeginsLikeArchive(file);
            if (isArchive)
                RefuseBombs(file, limits);
            file.Position = 0;
            return Lines(
                file.Query(excelType: isArchive ? ExcelType.XLSX : ExcelType.CSV, configuration: isArchive ? Quiet : null),
                limits,
                ct
            );
        }
        catch (Exception e) when (e is not (SheetException or OperationCanceledException))
        {
            // Whatever a broken archive or broken XML throws inside the library.
            throw new SheetException(SheetFault.NotReadable, e.Message, e);
        }
    }

    private static List<SheetLine> Lines(IEnumerable<dynamic> rows, SheetLimits limits, CancellationToken ct)
    {
        var watch = Stopwatch.StartNew();
        List<SheetLine> lines = [];
        var number = 0;
        foreach (IDictionary<string, object?> row in rows)
        {
            number++;
            ct.ThrowIfCancellationRequested();
            if (watch.Elapsed > limits.Time)
                throw new SheetException(SheetFault.TooLarge, $"Line {number} was reached after {watch.Elapsed}.");
            List<string> cells = [.. row.Values.Take(limits.Columns).Select(Text)];
            if (cells.TrueForAll(cell => cell.Length == 0))
                continue;
            if (lines.Count == limits.Lines)
                throw new SheetException(SheetFault.TooLarge, $"There are more than {limits.Lines} lines.");
            lines.Add(new(number, cells));
        }
        return lines;
    }

    /// <summary>A cell as people read it.</summary>
    private static string Text(object? cell) =>
        cell switch
        {
            null => "",
            DateTime { TimeOfDay.Ticks: 0 } day => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture),
            DateTime instant => instant.ToString("HH:mm dd/MM/yyyy", CultureInfo.InvariantCulture),
            bool flag => flag ? "có" : "không",
            double number => number.ToString("0.##########", CultureInfo.InvariantCulture),
            _ => Normalise.Nfc(Convert.ToString(cell, CultureInfo.InvariantCulture) ?? "").Trim(),
        };

    private static bool BeginsLikeArchive(Stream file)
    {
        file.Position = 0;
        return file.ReadByte() == P && file.ReadByte() == K;
    }

    /// <summary>The sizes an archive names are those to which its parts are unpacked at most.</summary>
    private static void RefuseBombs(Stream file, SheetLimits limits)
    {
        file.Position = 0;
        using var archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        if (archive.Entries.Sum(entry => entry.Length) > limits.UnpackedBytes)
            throw new SheetException(SheetFault.TooLarge, $"Unpacked it has more than {limits.UnpackedBytes} bytes.");
    }
}

/// <summary>A line of a sheet.</summary>
/// <param name="Number">In the sheet, from 1.</param>
/// <param name="Cells">From column A; "" where nothing stands.</param>
public sealed record SheetLine(int Number, IReadOnlyList<string> Cells)
{
    public string this[int column] => column < Cells.Count ? Cells[column] : "";
}
