using Microsoft.Win32.SafeHandles;

namespace DoanKet.Pades;

/// <summary>A file on disk, read in blocks; the last ones are kept, for a reader goes to and fro.</summary>
internal sealed class FileSource : PdfSource
{
    private const int BlockSize = 64 * 1024;
    private const int MostBlocks = 64;
    private readonly SafeFileHandle _file;
    private readonly Dictionary<long, byte[]> _blocks = [];
    private readonly Queue<long> _order = new();

    public FileSource(string path)
    {
        _file = File.OpenHandle(path, options: FileOptions.RandomAccess);
        Length = RandomAccess.GetLength(_file);
    }

    public override long Length { get; }

    internal override ReadOnlyMemory<byte> WindowAt(long offset)
    {
        if (offset >= Length)
            return default;
        var index = offset / BlockSize;
        return BlockAt(index).AsMemory((int)(offset - index * BlockSize));
    }

    private byte[] BlockAt(long index)
    {
        lock (_blocks)
        {
            if (_blocks.TryGetValue(index, out var known))
                return known;
            var start = index * BlockSize;
            var block = new byte[Math.Min(BlockSize, Length - start)];
            for (var read = 0; read < block.Length; )
            {
                var now = RandomAccess.Read(_file, block.AsSpan(read), start + read);
                if (now == 0)
                    throw new IOException("The file became shorter while it was read.");
                read += now;
            }
            if (_order.Count == MostBlocks)
                _blocks.Remove(_order.Dequeue());
            _order.Enqueue(index);
            return _blocks[index] = block;
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _file.Dispose();
        base.Dispose(disposing);
    }
}
