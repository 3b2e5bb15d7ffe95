namespace DoanKet.Libraries.Tests.VietnameseText;

/// <summary>
/// Every Vietnamese vowel, composed and decomposed as the Unicode character database does it: an oracle apart from the library's own
/// table (string.Normalize is no help, the process runs with InvariantGlobalization).
/// </summary>
internal static class Vowels
{
    internal static readonly (string Composed, string Decomposed)[] Rows =
    [
        ("a à ả ã á ạ", "a a\u0300 a\u0309 a\u0303 a\u0301 a\u0323"),
        ("A À Ả Ã Á Ạ", "A A\u0300 A\u0309 A\u0303 A\u0301 A\u0323"),
        ("ă ằ ẳ ẵ ắ ặ", "a\u0306 a\u0306\u0300 a\u0306\u0309 a\u0306\u0303 a\u0306\u0301 a\u0323\u0306"),
        ("Ă Ằ Ẳ Ẵ Ắ Ặ", "A\u0306 A\u0306\u0300 A\u0306\u0309 A\u0306\u0303 A\u0306\u0301 A\u0323\u0306"),
        ("â ầ ẩ ẫ ấ ậ", "a\u0302 a\u0302\u0300 a\u0302\u0309 a\u0302\u0303 a\u0302\u0301 a\u0323\u0302"),
        ("Â Ầ Ẩ Ẫ Ấ Ậ", "A\u0302 A\u0302\u0300 A\u0302\u0309 A\u0302\u0303 A\u0302\u0301 A\u0323\u0302"),
        ("e è ẻ ẽ é ẹ", "e e\u0300 e\u0309 e\u0303 e\u0301 e\u0323"),
        ("E È Ẻ Ẽ É Ẹ", "E E\u0300 E\u0309 E\u0303 E\u0301 E\u0323"),
        ("ê ề ể ễ ế ệ", "e\u0302 e\u0302\u0300 e\u0302\u0309 e\u0302\u0303 e\u0302\u0301 e\u0323\u0302"),
        ("Ê Ề Ể Ễ Ế Ệ", "E\u0302 E\u0302\u0300 E\u0302\u0309 E\u0302\u0303 E\u0302\u0301 E\u0323\u0302"),
        ("i ì ỉ ĩ í ị", "i i\u0300 i\u0309 i\u0303 i\u0301 i\u0323"),
        ("I Ì Ỉ Ĩ Í Ị", "I I\u0300 I\u0309 I\u0303 I\u0301 I\u0323"),
        ("o ò ỏ õ ó ọ", "o o\u0300 o\u0309 o\u0303 o\u0301 o\u0323"),
        ("O Ò Ỏ Õ Ó Ọ", "O O\u0300 O\u0309 O\u0303 O\u0301 O\u0323"),
        ("ô ồ ổ ỗ ố ộ", "o\u0302 o\u0302\u0300 o\u0302\u0309 o\u0302\u0303 o\u0302\u0301 o\u0323\u0302"),
        ("Ô Ồ Ổ Ỗ Ố Ộ", "O\u0302 O\u0302\u0300 O\u0302\u0309 O\u0302\u0303 O\u0302\u0301 O\u0323\u0302"),
        ("ơ ờ ở ỡ ớ ợ", "o\u031B o\u031B\u0300 o\u031B\u0309 o\u031B\u0303 o\u031B\u0301 o\u031B\u0323"),
        ("Ơ Ờ Ở Ỡ Ớ Ợ", "O\u031B O\u031B\u0300 O\u031B\u0309 O\u031B\u0303 O\u031B\u0301 O\u031B\u0323"),
        ("u ù ủ ũ ú ụ", "u u\u0300 u\u0309 u\u0303 u\u0301 u\u0323"),
        ("U Ù Ủ Ũ Ú Ụ", "U U\u0300 U\u0309 U\u0303 U\u0301 U\u0323"),
        ("ư ừ ử ữ ứ ự", "u\u031B u\u031B\u0300 u\u031B\u0309 u\u031B\u0303 u\u031B\u0301 u\u031B\u0323"),
        ("Ư Ừ Ử Ữ Ứ Ự", "U\u031B U\u031B\u0300 U\u031B\u0309 U\u031B\u0303 U\u031B\u0301 U\u031B\u0323"),
        ("y ỳ ỷ ỹ ý ỵ", "y y\u0300 y\u0309 y\u0303 y\u0301 y\u0323"),
        ("Y Ỳ Ỷ Ỹ Ý Ỵ", "Y Y\u0300 Y\u0309 Y\u0303 Y\u0301 Y\u0323"),
    ];

    /// <summary>The text with every vowel taken apart.</summary>
    internal static string Decompose(string text) => string.Concat(text.Select(c => Parts.GetValueOrDefault(c, c.ToString())));

    private static readonly Dictionary<char, string> Parts = Rows.SelectMany(row => row.Composed.Split(' ').Zip(row.Decomposed.Split(' ')))
        .ToDictionary(pair => pair.First[0], pair => pair.Second);
}
