namespace DoanKet.Spreadsheets;

/// <summary>How much of a foreign file is read before it is refused.</summary>
/// <param name="Bytes">Of the file as it lies on the disk.</param>
/// <param name="UnpackedBytes">Of all its parts together; an .xlsx is an archive.</param>
/// <param name="Lines">Lines with anything in them, the heading included.</param>
/// <param name="Columns">Cells of a line; what stands behind them is left out.</param>
/// <param name="Time">For the whole of it.</param>
public sealed record SheetLimits(long Bytes, long UnpackedBytes, int Lines, int Columns, TimeSpan Time)
{
    /// <summary>Tables that an administrator keeps: thousands of lines at most.</summary>
    public static SheetLimits Small { get; } = new(500_000, 20_000_000, 5_000, 60, TimeSpan.FromSeconds(10));

    /// <summary>Lists of all members of a province.</summary>
    public static SheetLimits Large { get; } = new(120_000_000, 1_500_000_000, 300_000, 60, TimeSpan.FromMinutes(3));
}

public enum SheetFault
{
    /// <summary>Neither .xlsx nor .xls nor .csv, or broken, or locked by a password.</summary>
    NotReadable,

    /// <summary>More bytes, lines or time than the limits allow.</summary>
    TooLarge,
}

/// <summary>A file that was refused.</summary>
public sealed class SheetException(SheetFault fault, string message, Exception? inner = null) : Exception(message, inner)
{
    public SheetFault Fault => fault;
}
