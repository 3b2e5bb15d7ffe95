using System.Text.Encodings.Web;
using System.Text.Json;
using DoanKet.PaperForms.Cards;

namespace DoanKet.Modules.Members.Printing;

/// <summary>
/// The face of a card until a unit draws its own. How the Confederation's card looks is said in no text that we found, and so nothing of it
/// is imitated.
/// </summary>
internal static class UsualCard
{
    private const string Red = "#B3202C",
        White = "#FFFFFF",
        Dim = "#5A5A5A";

    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static CardLayout Layout { get; } =
        new([
            new(CardContent.Area, "", 0, 0, CardLayout.Width, 13, Colour: Red),
            new(CardContent.Text, "{{cấp trên}}", 4, 1.6f, 77.6f, 4, 6.5f, false, CardAlignment.Centre, White),
            new(CardContent.Text, "THẺ ĐOÀN VIÊN CÔNG ĐOÀN", 4, 5.6f, 77.6f, 6, 11, true, CardAlignment.Centre, White),
            new(CardContent.Photo, "", 4, 16, 21, 28),
            new(CardContent.Text, "{{họ tên}}", 28, 15.6f, 53.6f, 8.6f, 10, true),
            new(CardContent.Text, "Ngày sinh: {{ngày sinh}}", 28, 24.4f, 33, 3.6f, 7),
            new(CardContent.Text, "{{công đoàn}}", 28, 28.4f, 31, 10, 7),
            new(CardContent.Text, "Mã số: {{mã số}}", 28, 39, 31, 4, 7),
            new(CardContent.Text, "Cấp ngày {{ngày cấp}}, lần {{lần cấp}}", 28, 43.6f, 31, 3.4f, 6, Colour: Dim),
            new(CardContent.Text, "{{mã thẻ}}", 4, 48.4f, 54, 4, 6.5f, Colour: Dim),
            new(CardContent.QrCode, "", 60.6f, 29.4f, 21, 21),
        ]);

    public static string Write(IReadOnlyList<CardPlace> places) => JsonSerializer.Serialize(places, Readable);

    public static CardLayout Read(string places) => new(JsonSerializer.Deserialize<List<CardPlace>>(places, Readable)!);
}
