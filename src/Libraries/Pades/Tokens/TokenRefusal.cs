using Net.Pkcs11Interop.Common;

namespace DoanKet.Pades;

/// <summary>What a token says, in words that tell its owner what to do: after a few wrong PINs a token is locked for days.</summary>
internal static class TokenRefusal
{
    public static T Guard<T>(Func<T> use)
    {
        try
        {
            return use();
        }
        catch (Pkcs11Exception failure)
        {
            var (reason, why) = Explain(failure.RV);
            throw new PdfRefusedException(reason, why);
        }
    }

    private static (PdfRefusal Reason, string Why) Explain(CKR answer) =>
        answer switch
        {
            CKR.CKR_PIN_INCORRECT or CKR.CKR_PIN_INVALID or CKR.CKR_PIN_LEN_RANGE => (PdfRefusal.Pin, "The PIN is wrong."),
            CKR.CKR_PIN_LOCKED => (PdfRefusal.Key, "The token is locked after too many wrong PINs; its provider unlocks it."),
            CKR.CKR_TOKEN_NOT_PRESENT
            or CKR.CKR_DEVICE_REMOVED
            or CKR.CKR_SESSION_HANDLE_INVALID
            or CKR.CKR_SLOT_ID_INVALID
            or CKR.CKR_OBJECT_HANDLE_INVALID
            or CKR.CKR_KEY_HANDLE_INVALID
            or CKR.CKR_DEVICE_ERROR => (PdfRefusal.Removed, "The token was taken out."),
            CKR.CKR_MECHANISM_INVALID or CKR.CKR_MECHANISM_PARAM_INVALID => (PdfRefusal.Key, "The token cannot sign in this way."),
            _ => (PdfRefusal.Key, $"The token refuses: {answer}."),
        };
}
