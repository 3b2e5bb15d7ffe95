using System.Security.Cryptography;
using DoanKet.Pades;

namespace DoanKet.SigningAgent;

/// <summary>Finds the token and opens its key with the PIN, which is asked here and nowhere else.</summary>
internal sealed class KeyOpener(IScreen screen, TokenDrawer tokens)
{
    private const int MostTries = 3;

    private const string Yes = "CO";

    /// <param name="fingerprint">Of the certificate; empty: the person chooses.</param>
    /// <exception cref="RefusedException">The person gave up, or there is no such token.</exception>
    public FoundCertificate Find(string fingerprint)
    {
        if (tokens.IsEmpty)
            throw new RefusedException("Máy này chưa có trình điều khiển của token; hãy cài phần mềm do nhà cung cấp token giao.");
        while (true)
        {
            var found = tokens.Find();
            if (fingerprint.Length == 0 && found.Count > 0)
                return Choose(found);
            if (found.FirstOrDefault(one => one.Fingerprint.Equals(fingerprint, StringComparison.OrdinalIgnoreCase)) is { } right)
                return right;
            var why = found.Count == 0 ? "Chưa thấy USB token nào." : "Token đang cắm không có chứng thư đã đăng ký trên phần mềm.";
            if (screen.Ask($"{why} Cắm token rồi nhấn Enter để tìm lại, gõ B để bỏ: ") is null or "B" or "b")
                throw new RefusedException("Chưa cắm đúng token; chưa ký.");
        }
    }

    /// <exception cref="RefusedException">The token is locked, or no PIN was right.</exception>
    public ISigningKey Open(FoundCertificate found)
    {
        if (found is TokenCertificate inToken)
            return Open(inToken);
        screen.Say("Hệ thống sẽ hỏi mã PIN của token trong một cửa sổ riêng.");
        return StoreKey.Open(found.Fingerprint);
    }

    private Pkcs11Key Open(TokenCertificate found)
    {
        for (var i = 0; i < MostTries; i++)
        {
            var token = found.Module.Tokens().FirstOrDefault(one => one.Serial == found.Token.Serial);
            if (token is null)
                throw new RefusedException("Token vừa được rút ra; chưa ký.");
            if (token.IsLocked)
                throw new RefusedException("Token đã bị khóa vì nhập sai mã PIN nhiều lần; hãy liên hệ nhà cung cấp để mở khóa.");
            if (
                token.IsLastTry
                && screen.Ask($"Còn MỘT lần nhập mã PIN, sai nữa token sẽ bị khóa. Gõ {Yes} để nhập tiếp: ") is not (Yes or "co")
            )
                break;
            var pin = screen.AskPin("Mã PIN của token (không hiện khi gõ; để trống là bỏ): ");
            try
            {
                if (pin.Length == 0)
                    break;
                return found.Module.Open(found.Token.Serial, pin, found.Fingerprint);
            }
            catch (PdfRefusedException e)
            {
                screen.Say(Explain(e));
            }
            finally
            {
                CryptographicOperations.ZeroMemory(pin);
            }
        }
        throw new RefusedException("Không nhập đúng mã PIN; chưa ký.");
    }

    private FoundCertificate Choose(IReadOnlyList<FoundCertificate> found)
    {
        if (found is [var only])
            return only;
        for (var i = 0; i < found.Count; i++)
            screen.Say($"  {i + 1}. {found[i].Told}");
        return int.TryParse(screen.Ask("Gõ số của chứng thư cần dùng: "), out var number) && number >= 1 && number <= found.Count
            ? found[number - 1]
            : throw new RefusedException("Chưa chọn chứng thư.");
    }

    public static string Explain(PdfRefusedException refusal) =>
        refusal.Reason switch
        {
            PdfRefusal.Pin => "Mã PIN không đúng.",
            PdfRefusal.Removed => "Token đã bị rút ra.",
            _ => $"Token từ chối: {refusal.Message}",
        };
}
