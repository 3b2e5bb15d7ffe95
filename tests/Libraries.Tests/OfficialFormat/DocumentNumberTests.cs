using CsCheck;
using DoanKet.OfficialFormat;

namespace DoanKet.Libraries.Tests.OfficialFormat;

public sealed class DocumentNumberTests
{
    [Theory]
    [InlineData("18/HD-LĐLĐ", "18", "HD-LĐLĐ", NumberGrammar.State, "HD", "LĐLĐ")]
    [InlineData("1240/LĐLĐ", "1240", "LĐLĐ", NumberGrammar.State, "CV", "LĐLĐ")]
    [InlineData("06b/NQ-TLĐ", "06b", "NQ-TLĐ", NumberGrammar.State, "NQ", "TLĐ")]
    [InlineData("05/BNV-VP", "05", "BNV-VP", NumberGrammar.State, "CV", "BNV-VP")]
    [InlineData("30/2020/NĐ-CP", "30", "2020/NĐ-CP", NumberGrammar.State, "NĐ", "CP")]
    [InlineData("91/2025/QH15", "91", "2025/QH15", NumberGrammar.State, null, "QH15")]
    [InlineData("12/TTr-CĐGD", "12", "TTr-CĐGD", NumberGrammar.State, "TTr", "CĐGD")]
    [InlineData("7/ĐA-LĐLĐ", "7", "ĐA-LĐLĐ", NumberGrammar.State, "ĐA", "LĐLĐ")]
    [InlineData("7/DA-LĐLĐ", "7", "DA-LĐLĐ", NumberGrammar.State, "DA", "LĐLĐ")]
    [InlineData("39-KH/TU", "39", "KH/TU", NumberGrammar.Party, "KH", "TU")]
    [InlineData("399-QĐ/TW", "399", "QĐ/TW", NumberGrammar.Party, "QĐ", "TW")]
    [InlineData("12-CV/BTGTU", "12", "CV/BTGTU", NumberGrammar.Party, "CV", "BTGTU")]
    [InlineData("01-QCPH/BDVTU-LĐLĐ", "01", "QCPH/BDVTU-LĐLĐ", NumberGrammar.Party, null, "BDVTU-LĐLĐ")]
    public void Both_grammars_are_read(string text, string number, string notation, NumberGrammar grammar, string? kind, string issuer)
    {
        Assert.True(DocumentNumber.TryParse(text, out var read));
        Assert.Equal(new DocumentNumber(number, notation, grammar, kind, issuer), read);
        Assert.Equal(text, read.Text);
    }

    [Theory]
    [InlineData("Số: 18/HD-LĐLĐ")]
    [InlineData("SỐ 18/HD-LĐLĐ")]
    [InlineData("số 18 / HD - LÐLÐ ")]
    [InlineData("18/HD-LĐLĐ.")]
    public void The_word_So_spaces_and_look_alikes_are_tolerated(string text)
    {
        Assert.True(DocumentNumber.TryParse(text, out var read));
        Assert.Equal("18/HD-LĐLĐ", read.Text);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("/BC-LĐLĐ")]
    [InlineData("18")]
    [InlineData("12-15")]
    [InlineData("HD-LĐLĐ")]
    [InlineData("1234567/LĐLĐ")]
    public void Without_number_or_notation_nothing_is_read(string? text) => Assert.False(DocumentNumber.TryParse(text, out _));

    [Theory]
    [InlineData("05/HD-LĐLĐ", "5/hd-ldld")]
    [InlineData("18/HD-LĐLĐ", "18 hd ldld")]
    [InlineData("18/HD-LĐLĐ", "Số: 18/HD-LÐLÐ")]
    [InlineData("39-KH/TU", "39 kh tu")]
    [InlineData("06b/NQ-TLĐ", "6B nq tld")]
    public void What_people_type_meets_the_stored_key(string printed, string typed)
    {
        Assert.True(DocumentNumber.TryParse(printed, out var read));
        Assert.Equal(read.Key, DocumentNumber.SearchKey(typed));
    }

    [Fact]
    public void Numbers_below_ten_are_printed_with_a_zero()
    {
        Assert.Equal("05/HD-LĐLĐ", DocumentNumber.Format(5, "HD-LĐLĐ"));
        Assert.Equal("1240/LĐLĐ", DocumentNumber.Format(1240, "LĐLĐ"));
    }

    [Fact]
    public void A_formatted_number_is_read_back()
    {
        var kinds = DocumentKind.Administrative.Where(k => k.Abbreviation is not null).ToArray();
        Gen.Select(Gen.Int[1, 999_999], Gen.OneOf(kinds), Gen.OneOf("LĐLĐ", "TLĐ", "BTV", "UBKT", "CĐN-VP"))
            .Sample(
                (number, kind, issuer) =>
                    DocumentNumber.TryParse(DocumentNumber.Format(number, $"{kind.Abbreviation}-{issuer}"), out var read)
                    && int.Parse(read.Number) == number
                    && read.KindCode == kind.Code
                    && read.IssuerCode == issuer
                    && read.Key == DocumentNumber.SearchKey($"{number} {kind.Abbreviation} {issuer}")
            );
    }

    [Theory]
    [InlineData("0/."), InlineData("12/.,"), InlineData("7-./."), InlineData("7-a/.")]
    public void Marks_alone_are_no_notation(string text) => Assert.False(DocumentNumber.TryParse(text, out _));

    [Fact]
    public void Marks_behind_a_notation_do_not_belong_to_it()
    {
        Assert.True(DocumentNumber.TryParse("18/HD-LĐLĐ-.", out var number));
        Assert.Equal("18/HD-LĐLĐ", number.Text);
    }

    [Fact]
    public void Any_text_is_read_or_refused_and_what_is_read_reads_again() =>
        Gen.String[Gen.Char["0123456789/-. aĐđÐHDLĐsố"], 0, 40]
            .Sample(text =>
                !DocumentNumber.TryParse(text, out var read) || (DocumentNumber.TryParse(read.Text, out var again) && again == read)
            );
}
