using DoanKet.Pades.Reading;

namespace DoanKet.Pades;

/// <summary>Names of new fields.</summary>
internal static class FieldNames
{
    /// <summary>The first of "Signature1", "Signature2", … that no field has.</summary>
    public static string Free(IReadOnlyList<FormField> fields, string begin)
    {
        var taken = fields.Select(field => field.Name.Split('.')[0]).ToHashSet();
        var number = 1;
        while (taken.Contains($"{begin}{number}"))
            number++;
        return $"{begin}{number}";
    }
}
