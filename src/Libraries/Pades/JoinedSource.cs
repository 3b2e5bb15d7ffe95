namespace DoanKet.Pades;

/// <summary>A file with what is appended to it, before it is written. The file is somebody else's to close.</summary>
internal sealed class JoinedSource(PdfSource head, byte[] tail) : PdfSource
{
    public override long Length => head.Length + tail.Length;

    internal override ReadOnlyMemory<byte> WindowAt(long offset)
    {
        if (offset < head.Length)
            return head.WindowAt(offset);
        return offset < Length ? tail.AsMemory((int)(offset - head.Length)) : default;
    }
}
