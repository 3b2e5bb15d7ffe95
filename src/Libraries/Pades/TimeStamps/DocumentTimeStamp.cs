using System.Security.Cryptography;
using DoanKet.Pades.Reading;
using DoanKet.Pades.Writing;

namespace DoanKet.Pades;

/// <summary>A time-stamp over the whole file (ISO 32000-2, 12.8.5), in a field of its own that is not seen.</summary>
internal static class DocumentTimeStamp
{
    private const int Room = 16 * 1024;
    private static readonly HashAlgorithmName Hash = HashAlgorithmName.SHA256;

    /// <returns>What to append.</returns>
    /// <exception cref="TimeStampFailedException"/>
    public static async Task<byte[]> MakeAsync(PdfFile file, ITimeStampSource source, CancellationToken ct)
    {
        var fields = new FormFields(file).Read();
        var name = FieldNames.Free(fields, "TimeStamp");
        var update = new IncrementalUpdate(file);
        var dictionary = SignatureDictionary.ForTimeStamp(Room);
        new FormUpdate(update).AddSignature(name, update.Add(dictionary.Value), look: null);
        var prepared = PreparedUpdate.From(update, dictionary);
        var token = await source.StampAsync(prepared.HashOf(file.Source, Hash), Hash, ct);
        return prepared.Fill(token);
    }
}
