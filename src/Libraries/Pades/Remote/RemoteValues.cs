using DoanKet.Pades.Cms;

namespace DoanKet.Pades;

/// <summary>
/// Puts the values of a provider to the documents that they sign, whatever their order: what fits none is thrown away. A provider that
/// sends a whole CMS is taken at the value in it.
/// </summary>
public static class RemoteValues
{
    /// <returns>One value for each document, in the order of the documents.</returns>
    /// <exception cref="PdfRefusedException">A document is left without a value that fits; none may be used then.</exception>
    public static IReadOnlyList<byte[]> Match(IReadOnlyList<PreparedSignature> documents, IReadOnlyList<byte[]> values)
    {
        var bare = values.Select(BareValue).ToList();
        var matched = new List<byte[]>(documents.Count);
        for (var i = 0; i < documents.Count; i++)
        {
            // In the right order as a rule, so that the one at the same place is tried first.
            var inOrder = i < bare.Count ? bare.Skip(i).Take(1) : [];
            var value = inOrder.Concat(bare).FirstOrDefault(candidate => documents[i].IsRight(candidate));
            matched.Add(
                value
                    ?? throw new PdfRefusedException(
                        PdfRefusal.Key,
                        "The provider gave no signature that fits the document and the certificate."
                    )
            );
        }
        return matched;
    }

    private static byte[] BareValue(byte[] value)
    {
        try
        {
            return SignedDataReader.Read(value).Signature;
        }
        catch (PdfFormatException)
        {
            return value;
        }
    }
}
