namespace DoanKet.Pades;

/// <summary>
/// The bytes of a PDF file, read where they are needed, so that a file of some hundred megabytes costs little memory. Not changed while
/// it is open.
/// </summary>
public abstract class PdfSource : IDisposable
{
    /// <summary>In bytes.</summary>
    public abstract long Length { get; }

    public static PdfSource FromBytes(ReadOnlyMemory<byte> bytes) => new MemorySource(bytes);

    public static PdfSource FromFile(string path) => new FileSource(path);

    /// <summary>Some bytes from <paramref name="offset"/> on; none at the end.</summary>
    internal abstract ReadOnlyMemory<byte> WindowAt(long offset);

    /// <summary>Exactly <paramref name="count"/> bytes.</summary>
    /// <exception cref="PdfFormatException">The file ends before.</exception>
    internal byte[] Read(long offset, int count)
    {
        if (offset < 0 || count < 0 || offset + count > Length)
            throw new PdfFormatException("The file ends too early", offset);
        var bytes = new byte[count];
        for (var read = 0; read < count; )
        {
            var window = WindowAt(offset + read).Span;
            var part = Math.Min(window.Length, count - read);
            window[..part].CopyTo(bytes.AsSpan(read));
            read += part;
        }
        return bytes;
    }

    /// <summary>Gives the bytes of a range to <paramref name="use"/>, piece by piece.</summary>
    internal void ForEach(long from, long to, Action<ReadOnlyMemory<byte>> use)
    {
        while (from < to)
        {
            var window = WindowAt(from);
            if (window.IsEmpty)
                throw new PdfFormatException("The file ends too early", from);
            var part = window[..(int)Math.Min(window.Length, to - from)];
            use(part);
            from += part.Length;
        }
    }

    internal async Task CopyToAsync(Stream output, CancellationToken ct)
    {
        for (var at = 0L; at < Length; )
        {
            var window = WindowAt(at);
            await output.WriteAsync(window, ct);
            at += window.Length;
        }
    }

    /// <summary>The first bytes alone: the file as it was when they were all of it.</summary>
    internal PdfSource First(long length) => length == Length ? this : new PrefixSource(this, length);

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing) { }

    private sealed class MemorySource(ReadOnlyMemory<byte> bytes) : PdfSource
    {
        public override long Length => bytes.Length;

        internal override ReadOnlyMemory<byte> WindowAt(long offset) => offset >= bytes.Length ? default : bytes[(int)offset..];
    }

    private sealed class PrefixSource(PdfSource whole, long length) : PdfSource
    {
        public override long Length => length;

        internal override ReadOnlyMemory<byte> WindowAt(long offset)
        {
            if (offset >= length)
                return default;
            var window = whole.WindowAt(offset);
            return window.Length > length - offset ? window[..(int)(length - offset)] : window;
        }
    }
}
