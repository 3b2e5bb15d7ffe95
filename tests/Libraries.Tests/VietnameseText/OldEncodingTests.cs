using DoanKet.Testing.Letters;
using DoanKet.VietnameseText;

namespace DoanKet.Libraries.Tests.VietnameseText;

public sealed class OldEncodingTests
{
    private const string Sentence = "Liên đoàn Lao động tỉnh hướng dẫn các đơn vị trực thuộc thực hiện đầy đủ, kịp thời chế độ kỷ luật";

    [Fact]
    public void Every_letter_comes_back()
    {
        var letters = string.Concat(Vowels.Rows.Select(row => row.Composed + " ")) + "đ";
        Assert.Equal(letters.ToLowerInvariant(), OldEncodings.Decode(OldFonts.ToTcvn3(letters.ToLowerInvariant()), OldEncoding.Tcvn3));
        Assert.Equal(letters, OldEncodings.Decode(OldFonts.ToVni(letters), OldEncoding.Vni));
    }

    [Fact]
    public void Words_as_they_stand_in_old_files_are_read()
    {
        Assert.Equal("Công đoàn", OldEncodings.Decode("C«ng ®oµn", OldEncoding.Tcvn3));
        Assert.Equal("CÔNG ĐOÀN", OldEncodings.Decode("c«ng ®oµn", OldEncoding.Tcvn3, capitals: true));
        Assert.Equal("hướng dẫn QĐ-LĐLĐ", OldEncodings.Decode("h-íng dÉn Q§-L§L§", OldEncoding.Tcvn3));
        Assert.Equal("Công đoàn TỈNH", OldEncodings.Decode("Coâng ñoaøn TÆNH", OldEncoding.Vni));
    }

    [Fact]
    public void The_encoding_is_seen_in_the_text()
    {
        Assert.Equal(OldEncoding.Tcvn3, OldEncodings.Detect(OldFonts.ToTcvn3(Sentence)));
        Assert.Equal(OldEncoding.Vni, OldEncodings.Detect(OldFonts.ToVni(Sentence)));
        Assert.Equal(OldEncoding.Vni, OldEncodings.Detect(OldFonts.ToVni(Sentence.ToUpperInvariant())));
    }

    [Theory]
    [InlineData(Sentence)]
    [InlineData("LIEN DOAN LAO DONG TINH NGHE AN bao cao ket qua thuc hien nhiem vu")]
    [InlineData("L'élève naïf a reçu où il fallait un siège à côté de la fenêtre, déjà très aéré ; le maïs, l'ouïe et l'égoïsme")]
    [InlineData("© 2026 Đoàn Kết® 5 µm ± 2 ¼ £10 §7")]
    [InlineData("")]
    public void Other_texts_are_left_alone(string text) => Assert.Null(OldEncodings.Detect(text));

    [Theory]
    [InlineData(".VnTime", OldEncoding.Tcvn3, false)]
    [InlineData("ABCDEF+.VnTimeH", OldEncoding.Tcvn3, true)]
    [InlineData(".VnArialH,Bold", OldEncoding.Tcvn3, true)]
    [InlineData("VNI-Times-Bold", OldEncoding.Vni, false)]
    public void A_font_tells_its_encoding(string font, OldEncoding encoding, bool capitals) =>
        Assert.Equal((encoding, capitals), OldEncodings.OfFont(font));

    [Theory]
    [InlineData("Times New Roman"), InlineData(null), InlineData("VnPro")]
    public void Other_fonts_tell_nothing(string? font) => Assert.Null(OldEncodings.OfFont(font));
}
