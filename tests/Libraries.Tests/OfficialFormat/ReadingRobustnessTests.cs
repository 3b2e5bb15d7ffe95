using System.Text.Json;
using CsCheck;
using DoanKet.Libraries.Tests.VietnameseText;
using DoanKet.OfficialFormat;

namespace DoanKet.Libraries.Tests.OfficialFormat;

public sealed class ReadingRobustnessTests
{
    private static readonly string[] All =
    [
        Samples.Letter,
        Samples.Invitation,
        Samples.Plan,
        Samples.Party,
        Samples.Decree,
        Samples.Report,
        Samples.Draft,
    ];

    [Fact]
    public void Decomposed_text_reads_as_composed() =>
        Assert.All(All, sample => Assert.Equal(Shown(sample), Shown(Vowels.Decompose(sample))));

    [Fact]
    public void Windows_line_ends_and_blank_lines_change_no_header() =>
        Assert.All(
            All,
            sample =>
            {
                var (plain, blank) = (
                    OfficialReader.Read(sample),
                    OfficialReader.Read(sample.Replace("\n", "\r\n\r\n", StringComparison.Ordinal))
                );
                Assert.Equal(plain.Number?.Value, blank.Number?.Value);
                Assert.Equal(plain.IssuedOn?.Value, blank.IssuedOn?.Value);
                Assert.Equal(plain.Issuer?.Value, blank.Issuer?.Value);
                Assert.Equal(plain.Kind?.Value, blank.Kind?.Value);
                Assert.Equal(plain.SignerName?.Value, blank.SignerName?.Value);
            }
        );

    [Fact]
    public void Any_cutting_and_mixing_of_lines_is_read_without_a_fault_and_offsets_stay_inside() =>
        Gen.Int[0, All.Length - 1]
            .Select(Gen.Int[0, 2000].Array[0, 40])
            .Sample(
                (which, picks) =>
                {
                    var lines = All[which].Split('\n');
                    var text = string.Join('\n', picks.Select(p => lines[p % lines.Length]));
                    var read = OfficialReader.Read(text);
                    return (read.Subject?.Offset ?? 0) <= text.Length && (read.Issuer?.Offset ?? 0) <= text.Length;
                }
            );

    [Fact]
    public void Any_characters_are_read_without_a_fault() => Gen.String.Sample(text => OfficialReader.Read(text) is not null);

    [Theory]
    [InlineData("Số: 1/")]
    [InlineData("trước ngày ")]
    [InlineData("Nơi nhận:\n- ")]
    [InlineData("A a ")]
    [InlineData("LIÊN ĐOÀN\n")]
    [InlineData("     -")]
    [InlineData("1/1/")]
    public void Text_far_beyond_the_bound_is_cut_and_read(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 400_000 / piece.Length));
        Assert.All(OfficialReader.Read(text + Samples.Decree).Deadlines, d => Assert.InRange(d.Offset, 0, OfficialReader.MaxLength));
    }

    private static string Shown(string text) => JsonSerializer.Serialize(OfficialReader.Read(text));
}
