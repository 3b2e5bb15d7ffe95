using System.Buffers.Binary;
using System.Text;
using System.Text.Unicode;

namespace DoanKet.DocumentReading;

/// <summary>Tells the kind of a file from its content; names lie. Looks at the ends of the file only, whatever its size.</summary>
public static class FileSniffer
{
    private const int Window = 64 * 1024;

    /// <param name="stream">Seekable; is left where it is.</param>
    public static FileKind Detect(Stream stream)
    {
        var head = At(stream, 0, Window);
        if (Starts(head, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]))
            return OfCompound(stream, head);
        if (Starts(head, [(byte)'P', (byte)'K', 3, 4]))
            return OfZip(head, At(stream, Math.Max(0, stream.Length - Window), Window));
        if (Starts(head, [0x89, (byte)'P', (byte)'N', (byte)'G']))
            return FileKind.Png;
        if (Starts(head, [0xFF, 0xD8, 0xFF]))
            return FileKind.Jpeg;
        if (Starts(head, "GIF8"u8))
            return FileKind.Gif;
        if (Starts(head, "II*\0"u8) || Starts(head, "MM\0*"u8))
            return FileKind.Tiff;
        // Scanners put junk before the mark; readers look for it in the first kilobyte.
        if (head.AsSpan(0, Math.Min(head.Length, 1024)).IndexOf("%PDF-"u8) >= 0)
            return FileKind.Pdf;
        return OfText(head, whole: stream.Length <= Window);
    }

    private static FileKind OfZip(byte[] head, byte[] tail)
    {
        if (Holds("word/document.xml"u8))
            return FileKind.Docx;
        if (Holds("xl/workbook.xml"u8))
            return FileKind.Xlsx;
        return Holds("ppt/presentation.xml"u8) ? FileKind.Pptx : FileKind.Zip;

        bool Holds(ReadOnlySpan<byte> name) => tail.AsSpan().IndexOf(name) >= 0 || head.AsSpan().IndexOf(name) >= 0;
    }

    /// <summary>The container of the old Office and of locked new files: the directory names what lies within.</summary>
    private static FileKind OfCompound(Stream stream, byte[] head)
    {
        if (head.Length < 512)
            return FileKind.Unknown;
        var sector = head[30] == 12 ? 4096L : 512L;
        var directory = At(stream, (BinaryPrimitives.ReadUInt32LittleEndian(head.AsSpan(48)) + 1) * sector, 4096);
        if (Holds("EncryptedPackage"))
            return FileKind.LockedOffice;
        if (Holds("WordDocument"))
            return FileKind.Doc;
        return Holds("Workbook") ? FileKind.Xls : FileKind.Unknown;

        bool Holds(string name) => directory.AsSpan().IndexOf(Encoding.Unicode.GetBytes(name)) >= 0;
    }

    private static FileKind OfText(byte[] head, bool whole)
    {
        if (head.Length == 0)
            return FileKind.Unknown;
        if (Starts(head, [0xFF, 0xFE]) || Starts(head, [0xFE, 0xFF]))
            return FileKind.Text;
        // The window may end within a character.
        var length = head.Length;
        for (var i = 0; !whole && i < 3 && length > 1 && (head[length - 1] & 0x80) != 0; i++)
            length--;
        var text = head.AsSpan(0, length);
        if (!Utf8.IsValid(text) || text.ContainsAnyInRange((byte)0, (byte)8) || text.ContainsAnyInRange((byte)14, (byte)26))
            return FileKind.Unknown;
        if (Starts(head, [0xEF, 0xBB, 0xBF]))
            text = text[3..];
        return text.TrimStart(" \t\r\n"u8).StartsWith("<?xml"u8) ? FileKind.Xml : FileKind.Text;
    }

    private static bool Starts(byte[] head, ReadOnlySpan<byte> mark) => head.AsSpan().StartsWith(mark);

    private static byte[] At(Stream stream, long position, int count)
    {
        var back = stream.Position;
        if (position >= stream.Length)
            return [];
        stream.Position = position;
        var buffer = new byte[Math.Min(count, stream.Length - position)];
        var read = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        stream.Position = back;
        return read == buffer.Length ? buffer : buffer[..read];
    }
}
