using System.Security.Cryptography;
using DoanKet.Pades.Objects;
using DoanKet.Pades.Reading;
using DoanKet.Pades.Writing;

namespace DoanKet.Pades;

/// <summary>
/// The document security store (ETSI EN 319 142-1, 5.4.2), extended and never rewritten. No /VRI: what it says is in the arrays, and
/// readers that compare revisions stumble over it.
/// </summary>
internal static class SecurityStore
{
    /// <returns>What to append; empty where the file has it all.</returns>
    public static byte[] Extend(PdfFile file, ValidationData data)
    {
        var update = new IncrementalUpdate(file);
        var store = (file.Dictionary(file.Catalog["DSS"]) ?? new(("Type", new PdfName("DSS")))).Copy();
        var isChanged =
            Extend(update, store, "Certs", data.Certificates)
            | Extend(update, store, "OCSPs", data.OcspResponses)
            | Extend(update, store, "CRLs", data.Crls);
        if (!isChanged)
            return [];
        if (file.Catalog["DSS"] is PdfReference reference)
            update.Replace(reference, store);
        else
        {
            var catalog = file.Catalog.Copy();
            catalog["DSS"] = update.Add(store);
            update.Replace(file.Trailer["Root"] as PdfReference ?? throw new PdfFormatException("The file has no catalog"), catalog);
        }
        return update.Write().Bytes;
    }

    private static bool Extend(IncrementalUpdate update, PdfDictionary store, string key, List<byte[]> items)
    {
        var known = new HashSet<string>();
        var array = update.File.Array(store[key])?.Items.ToList() ?? [];
        foreach (var item in array)
            if (item is PdfReference reference && update.File.Resolve(reference) is PdfStream stream)
                known.Add(Fingerprint(update.File.Bytes(stream, reference)));
        var before = array.Count;
        foreach (var item in items.Where(item => known.Add(Fingerprint(item))))
        {
            var dictionary = new PdfDictionary(("Filter", new PdfName("FlateDecode")));
            array.Add(update.Add(new PdfStream(dictionary, Filters.Flate(item))));
        }
        if (array.Count > before)
            store[key] = new PdfArray(array);
        return array.Count > before;
    }

    private static string Fingerprint(byte[] bytes) => Convert.ToHexString(SHA256.HashData(bytes));
}
