namespace DoanKet.Pades;

/// <summary>Answers of other servers, never longer than they may be.</summary>
internal static class BoundedBody
{
    /// <exception cref="IOException">It is longer.</exception>
    public static async Task<byte[]> ReadAsync(Stream body, int most, CancellationToken ct)
    {
        var bytes = new MemoryStream();
        var buffer = new byte[16 * 1024];
        for (int read; (read = await body.ReadAsync(buffer, ct)) > 0; )
        {
            bytes.Write(buffer, 0, read);
            if (bytes.Length > most)
                throw new IOException("The answer is too long.");
        }
        return bytes.ToArray();
    }
}
