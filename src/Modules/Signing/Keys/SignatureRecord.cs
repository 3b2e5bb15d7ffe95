using DoanKet.Contracts.Signing;

namespace DoanKet.Modules.Signing.Keys;

/// <summary>What is said of a signature that was made, and under which name its file is known from then on.</summary>
internal static class SignatureRecord
{
    public static SigningOutcome Of(RoundAct act, MadeSignature made, SigningKey key, string fileName, DateTime at)
    {
        var whose = act switch
        {
            RoundAct.Sign => "Ký số",
            RoundAct.ContentInitials or RoundAct.FormatInitials => "Ký nháy số",
            _ => "Chữ ký số cơ quan",
        };
        var way = key.Place switch
        {
            KeyPlace.Token => " bằng token",
            KeyPlace.Module => " bằng thiết bị bảo mật (HSM)",
            KeyPlace.Provider => " từ xa",
            _ => "",
        };
        var ending = act switch
        {
            RoundAct.Seal or RoundAct.Annex => "-phat-hanh.pdf",
            RoundAct.Copy => "-ban-sao.pdf",
            RoundAct.ContentInitials or RoundAct.FormatInitials => "-ky-nhay.pdf",
            _ => "-da-ky.pdf",
        };
        var how = $"{whose}{way}, chứng thư {key.Name}{(made.LacksTimeStamp ? ", máy chủ dấu thời gian không trả lời" : "")}";
        return new(made.Sha256, Path.GetFileNameWithoutExtension(fileName) + ending, how, at);
    }
}
