using DoanKet.Pades.Objects;
using DoanKet.Pades.Reading;

namespace DoanKet.Pades;

/// <summary>Whether a field may be signed without breaking what others signed or what the file's owner allows.</summary>
internal static class SigningPermission
{
    /// <param name="existing">Null for a new field.</param>
    /// <exception cref="PdfRefusedException">It may not.</exception>
    public static void Check(PdfFile file, IReadOnlyList<FormField> fields, FormField? existing, string name, SigningOptions options)
    {
        var addsFields = existing is null || options.NewTextFields.Count > 0;
        if (file.Encryption is { } encryption && !(addsFields ? encryption.MayAddFields : encryption.MayFillForms))
            throw Refuse("The permissions of the encrypted file do not allow signing it.");
        var signed = fields.Where(field => field.IsSignature && file.Dictionary(field.Value) is not null).ToList();
        var locks = Locks.Of(file, signed);
        if (locks.Allowed < 2)
            throw Refuse("An earlier signature certifies the file so that nothing may be changed any more.");
        if (options.FieldTexts.Keys.Prepend(name).FirstOrDefault(locks.IsLocked) is { } locked)
            throw Refuse($"An earlier signature locks the field {locked}.");
        if (options.NewTextFields.Count > 0 && signed.Count > 0)
            throw Refuse("Fields for text are laid out before anybody signs: the earlier signatures do not allow them.");
        var seed = file.Dictionary(existing?.Dictionary["SV"]);
        if (file.Resolve(seed?["Ff"]) is PdfNumber { Whole: not 0 })
            throw Refuse($"The field {name} asks for a certain kind of signature.");
    }

    /// <summary>
    /// Data for checking signatures is allowed by every signature; some readers still show it as a change where nothing is allowed.
    /// </summary>
    public static void CheckExtension(PdfFile file)
    {
        if (file.Encryption is { MayAddFields: false })
            throw Refuse("The permissions of the encrypted file do not allow adding to it.");
    }

    private static PdfRefusedException Refuse(string why) => new(PdfRefusal.Permission, why);
}
