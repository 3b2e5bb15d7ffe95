using System.Globalization;
using System.Text;
using DoanKet.Pades;
using DoanKet.Testing.Signatures;

namespace DoanKet.Libraries.Tests.Pades;

/// <summary>
/// Files broken by a seeded mutator: reading, signing and verifying end, with a verdict or a refusal and nothing else. Some thousand cases
/// here; DOANKET_FUZZ_CASES=200000 for a long run.
/// </summary>
public sealed class FuzzTests
{
    private static readonly byte[][] Words =
    [
        .. (
            (string[])
                [
                    "/Prev 0",
                    "/Prev 15",
                    " 99999999999 ",
                    " -1 ",
                    "<<",
                    ">>",
                    "[[[[[[[[",
                    "(",
                    ")",
                    "<",
                    ">",
                    "endobj",
                    "stream\n",
                    "endstream",
                    "/Length 3 0 R",
                    "/Length 2147483647",
                    "3 0 R",
                    "1 0 R",
                    "xref\n0 1\n",
                    "trailer",
                    "startxref\n0\n%%EOF\n",
                    "/XRefStm 20",
                    "/Kids [2 0 R]",
                    "/Type /ObjStm",
                    "/ByteRange [0 10 20 30]",
                    "/W [1 8 8]",
                    "/Index [0 9999999]",
                    "/Predictor 15",
                    "/Encrypt 5 0 R",
                    "#00",
                    "%",
                ]
        ).Select(Encoding.ASCII.GetBytes),
    ];

    [Fact]
    public async Task NothingBrokenDoesHarm()
    {
        var cases = int.Parse(Environment.GetEnvironmentVariable("DOANKET_FUZZ_CASES") ?? "3000", CultureInfo.InvariantCulture);
        var seeds = await SeedsAsync();
        using var key = TestPki.Shared.RsaKey();
        var failures = new List<string>();
        for (var number = 0; number < cases && failures.Count < 5; number++)
        {
            var broken = Break(seeds[number % seeds.Count], new Random(number));
            try
            {
                SigningTests.Verify(broken);
                if (number % 4 == 0)
                    await SigningTests.SignAsync(broken, key, new() { Time = TestPki.Now });
            }
            catch (Exception failure) when (failure is PdfFormatException or PdfRefusedException) { }
            catch (Exception failure)
            {
                failures.Add($"case {number}: {failure}");
            }
        }
        Assert.Empty(failures);
    }

    private static async Task<List<byte[]>> SeedsAsync()
    {
        using var key = TestPki.Shared.RsaKey();
        var options = new SigningOptions { Time = TestPki.Now };
        var archived = options with
        {
            Level = PadesLevel.LTA,
            TimeStamps = TestPki.Shared.Authority(),
            Revocation = TestPki.Shared.Revocation(),
        };
        var plain = new SmallPdf().Bytes();
        return
        [
            await SigningTests.SignAsync(plain, key, options),
            await SigningTests.SignAsync(Referees.Qpdf(plain, "--object-streams=generate"), key, archived),
            await SigningTests.SignAsync(await SigningTests.SignAsync(HybridPdf.Bytes(), key, options), key, options),
            await SigningTests.SignAsync(Referees.Qpdf(plain, "--encrypt", "", "", "256", "--"), key, options),
            Referees.Qpdf(plain, "--linearize"),
        ];
    }

    private static byte[] Break(byte[] file, Random random)
    {
        var bytes = new List<byte>(file);
        for (var changes = random.Next(1, 6); changes > 0; changes--)
        {
            var at = random.Next(bytes.Count);
            var length = Math.Min(random.Next(1, 64), bytes.Count - at);
            switch (random.Next(9))
            {
                case 0:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    bytes.RemoveRange(at, length);
                    break;
                case 2:
                    bytes.InsertRange(at, bytes.GetRange(random.Next(bytes.Count - length), length));
                    break;
                case 3:
                    bytes.InsertRange(at, Words[random.Next(Words.Length)]);
                    break;
                // Nothing moves, so that the cross-references still lead there.
                case 4:
                    Overwrite(bytes, at, Words[random.Next(Words.Length)]);
                    break;
                case 5:
                    Overwrite(bytes, at, [.. bytes.GetRange(random.Next(bytes.Count - length), length)]);
                    break;
                case 6 or 7:
                    ChangeNumber(bytes, at, random);
                    break;
                default:
                    bytes.RemoveRange(at, bytes.Count - at);
                    bytes.AddRange("\nstartxref\n9\n%%EOF\n"u8);
                    break;
            }
        }
        return [.. bytes];
    }

    private static void Overwrite(List<byte> bytes, int at, byte[] with)
    {
        for (var i = 0; i < with.Length && at + i < bytes.Count; i++)
            bytes[at + i] = with[i];
    }

    private static void ChangeNumber(List<byte> bytes, int from, Random random)
    {
        var at = bytes.FindIndex(from, letter => letter is >= (byte)'0' and <= (byte)'9');
        for (; at >= 0 && at < bytes.Count && bytes[at] is >= (byte)'0' and <= (byte)'9'; at++)
            bytes[at] = (byte)('0' + random.Next(10));
    }
}
