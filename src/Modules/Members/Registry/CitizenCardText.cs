using DoanKet.PersonalData;

namespace DoanKet.Modules.Members.Registry;

/// <summary>What a form says and takes of a scanned citizen card.</summary>
internal static class CitizenCardText
{
    public const string Unread = "Đây không phải mã QR trên căn cước; hãy quét lại hoặc tự gõ ở dưới.";

    public static string Born(CitizenCard card) => new BirthDate(card.BornOn.Year, card.BornOn).ToString();
}
