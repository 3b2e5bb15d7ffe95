using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using DoanKet.VietnameseText;
using ExcelDataReader;

namespace DoanKet.Spreadsheets;

/// <summary>Reads the first sheet of a foreign .xlsx, .xls or .csv as text.</summary>
public static class SheetReader
{
    private const int MaxKnown = 10_000;

    // The library asks for the Western page of Windows as soon as it is named.
    static SheetReader() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Every line that holds anything.</summary>
    /// <inheritdoc cref="Lines"/>
    public static IReadOnlyList<SheetLine> Read(Stream file, SheetLimits limits, CancellationToken ct) => [.. Lines(file, limits, ct)];

    /// <summary>Every line that holds anything, one after the other and not held in memory.</summary>
    /// <param name="file">Read from its beginning; must be seekable, and stays open.</param>
    /// <exception cref="SheetException">The file can't be read or is more than the limits allow; thrown where the reading has come
    /// to.</exception>
    public static IEnumerable<SheetLine> Lines(Stream file, SheetLimits limits, CancellationToken ct)
    {
        if (file.Length > limits.Bytes)
            throw new SheetException(SheetFault.TooLarge, $"The file has {file.Length} bytes.");
        using var reader = Safely(() => Open(file, limits));
        var watch = Stopwatch.StartNew();
        var count = 0;
        // "Nam", "Đại học" and the like stand in every second line of a long list: one text for all of them.
        HashSet<string> known = [];
        for (var number = 1; Safely(reader.Read); number++)
        {
            ct.ThrowIfCancellationRequested();
            if (watch.Elapsed > limits.Time)
                throw new SheetException(SheetFault.TooLarge, $"Line {number} was reached after {watch.Elapsed}.");
            if (Safely(() => Line(reader, number, limits.Columns, known)) is not { } line)
                continue;
            if (count++ == limits.Lines)
                throw new SheetException(SheetFault.TooLarge, $"There are more than {limits.Lines} lines.");
            yield return line;
        }
    }

    /// <summary>Null for an empty line.</summary>
    private static SheetLine? Line(IExcelDataReader reader, int number, int columns, HashSet<string> known)
    {
        var cells = new string[Math.Min(reader.FieldCount, columns)];
        var (days, isEmpty) = (0UL, true);
        for (var i = 0; i < cells.Length; i++)
        {
            var value = reader.GetValue(i);
            cells[i] = Once(Text(value), known);
            isEmpty &= cells[i].Length == 0;
            if (value is DateTime && i < SheetLine.MaxDayColumns)
                days |= 1UL << i;
        }
        return isEmpty ? null : new(number, cells, days);
    }

    private static string Once(string text, HashSet<string> known)
    {
        if (known.TryGetValue(text, out var same))
            return same;
        if (known.Count < MaxKnown)
            known.Add(text);
        return text;
    }

    private static IExcelDataReader Open(Stream file, SheetLimits limits)
    {
        Span<byte> start = stackalloc byte[8];
        file.Position = 0;
        var length = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        var isArchive = start[..length].StartsWith("PK"u8);
        if (isArchive)
            RefuseBombs(file, limits);
        // An .xls is a compound file.
        var isTable = isArchive || start[..length].StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);
        file.Position = 0;
        return isTable
            ? ExcelReaderFactory.CreateReader(file, new() { LeaveOpen = true })
            : ExcelReaderFactory.CreateCsvReader(file, new() { LeaveOpen = true, FallbackEncoding = CsvEncoding.Of(file) });
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
            string text => Normalise.Nfc(text).Trim(),
            _ => Convert.ToString(cell, CultureInfo.InvariantCulture)!.Trim(),
        };

    /// <summary>Whatever a broken archive or broken XML throws inside the library is one fault.</summary>
    private static T Safely<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is not (SheetException or OperationCanceledException))
        {
            throw new SheetException(SheetFault.NotReadable, e.Message, e);
        }
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
