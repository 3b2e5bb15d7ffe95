namespace DoanKet.Testing.Letters;

/// <summary>Sets a letter by a layout: the order and look of its parts (Nghị định 30/2020/NĐ-CP, phụ lục I).</summary>
public static class LetterSetter
{
    public static IReadOnlyList<LetterBlock> Set(Letter letter, LetterLayout layout)
    {
        List<LetterBlock> blocks = [.. layout.Stacked ? Stacked(letter, layout) : [Header(letter, layout)]];
        blocks.Add(new LinesBlock([.. Title(letter, layout), .. Addressees(letter, layout)]));
        blocks.AddRange(Body(letter, layout));
        blocks.AddRange(Signature(letter, layout));
        return blocks;
    }

    private static IEnumerable<LetterBlock> Stacked(Letter letter, LetterLayout layout)
    {
        yield return new LinesBlock([.. Nation(letter, layout), .. Body(letter, layout.HeaderSize, layout)]);
        yield return new PairBlock(layout.LeftShare, [([.. Number(letter, layout)], [Day(letter)])]);
        yield return new LinesBlock([.. Marks(letter)]);
    }

    private static PairBlock Header(Letter letter, LetterLayout layout)
    {
        List<LetterLine> left = [.. Body(letter, layout.HeaderSize, layout)];
        List<LetterLine> right = [.. Nation(letter, layout)];
        List<LetterLine> below = [.. Number(letter, layout), .. Marks(letter)];
        return layout.NumberRow
            ? new(layout.LeftShare, [(left, right), (below, [Day(letter)])])
            : new(layout.LeftShare, [([.. left, .. below], [.. right, Day(letter)])]);
    }

    private static IEnumerable<LetterLine> Body(Letter letter, double size, LetterLayout layout)
    {
        if (letter.Superior.Length > 0)
            yield return new(letter.Superior) { Size = size };
        yield return Ruled(new LetterLine(letter.Issuer) { Size = size, Bold = true }, layout);
        if (letter.IsParty)
            yield return new("*");
        else if (layout.TypedRules)
            yield return new("____________");
    }

    private static IEnumerable<LetterLine> Nation(Letter letter, LetterLayout layout)
    {
        if (letter.IsParty)
        {
            yield return Ruled(new("ĐẢNG CỘNG SẢN VIỆT NAM") { Size = layout.HeaderSize + 1, Bold = true }, layout);
            yield break;
        }
        yield return new("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") { Size = layout.HeaderSize, Bold = true };
        yield return Ruled(new("Độc lập - Tự do - Hạnh phúc") { Size = layout.HeaderSize + 1, Bold = true }, layout);
        if (layout.TypedRules)
            yield return new("____________________");
    }

    private static IEnumerable<LetterLine> Number(Letter letter, LetterLayout layout)
    {
        var colon = letter.IsParty ? " " : ": ";
        yield return new($"Số{colon}{letter.Number ?? "       "}{letter.Mark}{letter.Notation}");
        if (letter.IsOfficialLetter && !layout.Stacked)
            yield return new($"V/v {letter.Subject}") { Size = 12 };
    }

    private static LetterLine Day(Letter letter)
    {
        var (day, month) = (letter.IssuedOn.Day, letter.IssuedOn.Month);
        return new($"{letter.Place}, ngày {day:00} tháng {(month < 3 ? "0" : "")}{month} năm {letter.IssuedOn.Year}") { Italic = true };
    }

    private static IEnumerable<LetterLine> Marks(Letter letter) =>
        new[] { letter.Secrecy, letter.Urgency }.Where(mark => mark.Length > 0).Select(mark => new LetterLine(mark) { Bold = true });

    private static IEnumerable<LetterLine> Title(Letter letter, LetterLayout layout)
    {
        if (letter.IsOfficialLetter)
        {
            if (layout.Stacked)
                yield return new($"V/v {letter.Subject}") { Italic = true };
            yield return new("");
            yield break;
        }
        yield return new("");
        yield return new(letter.KindName) { Size = 14, Bold = true };
        var subject = layout.CapitalSubject ? letter.Subject.ToUpperInvariant() : letter.Subject;
        var lines = layout.BrokenSubject ? Broken(subject) : [subject];
        foreach (var text in lines)
        {
            var line = new LetterLine(text) { Size = 14, Bold = true };
            yield return layout.NoRuleUnderTitle || text != lines[^1] ? line : Ruled(line, layout);
        }
        if (!layout.NoRuleUnderTitle)
            yield return new(layout.TypedRules ? "_______________" : "");
        if (layout.SaysWhoDecides && letter.KindCode == "QĐ")
            yield return new($"{letter.Position} {letter.Issuer}") { Size = 14, Bold = true };
    }

    /// <summary>Two lines of about the same length.</summary>
    private static string[] Broken(string subject)
    {
        var space = subject.IndexOf(' ', subject.Length / 2);
        return space < 0 ? [subject] : [subject[..space], subject[(space + 1)..]];
    }

    private static string NameOf(string person, LetterLayout layout) => layout.CapitalName ? person.ToUpperInvariant() : person;

    private static IEnumerable<LetterLine> Addressees(Letter letter, LetterLayout layout)
    {
        if (letter.Addressees.Count == 0)
            yield break;
        if (letter.Addressees.Count == 1)
        {
            yield return new($"Kính gửi: {letter.Addressees[0]}") { Size = 14 };
        }
        else if (layout.AddresseesBelow)
        {
            yield return new("Kính gửi:", Side.Left) { Size = 14, Indent = 90 };
            foreach (var (index, name) in letter.Addressees.Index())
                yield return new($"- {name}{(index == letter.Addressees.Count - 1 ? "." : ";")}", Side.Left) { Size = 14, Indent = 150 };
        }
        else
        {
            foreach (var (index, name) in letter.Addressees.Index())
                yield return new(
                    $"{(index == 0 ? "Kính gửi: " : "")}- {name}{(index == letter.Addressees.Count - 1 ? "." : ";")}",
                    Side.Left
                )
                {
                    Size = 14,
                    Indent = index == 0 ? 60 : 128,
                };
        }
        yield return new("");
    }

    private static IEnumerable<LetterBlock> Body(Letter letter, LetterLayout layout)
    {
        LetterLine[] lines = [.. letter.Paragraphs.Select(p => new LetterLine(p, Side.Both) { Size = layout.BodySize, Indent = 28 })];
        var middle = lines.Length - 2;
        yield return new LinesBlock(lines[..middle], layout.TwoColumns);
        if (layout.Table)
            yield return new GridBlock([
                ["TT", "ĐƠN VỊ", "Số đoàn viên", "Ngày báo cáo"],
                ["1", "CÔNG ĐOÀN NGÀNH Y TẾ", "4.512", "05/01/2019"],
                ["2", "Công đoàn xã Đông Hòa", "823", "11/02/2019"],
            ]);
        if (layout.ThreePages)
        {
            yield return new NewPageBlock();
            yield return new LinesBlock(lines[1..middle]);
            yield return new NewPageBlock();
        }
        yield return new LinesBlock(lines[middle..]);
    }

    private static IEnumerable<LetterBlock> Signature(Letter letter, LetterLayout layout)
    {
        var second = letter.SecondSigner;
        List<LetterLine> signer =
        [
            .. letter.Authority.Append(letter.Position).Select(text => new LetterLine(text) { Bold = true }),
            .. Enumerable.Repeat(new LetterLine(""), 3),
            .. layout.SaysSigned ? [new LetterLine("(Đã ký)") { Italic = true }, new LetterLine("")] : Array.Empty<LetterLine>(),
            new($"{letter.SignerTitle} {NameOf(letter.SignerName, layout)}".Trim()) { Bold = true },
        ];
        List<LetterLine> recipients =
        [
            new("Nơi nhận:", Side.Left)
            {
                Bold = true,
                Italic = true,
                Size = 12,
            },
            .. letter.Recipients.Select(
                (name, index) => new LetterLine($"- {name}{(index == letter.Recipients.Count - 1 ? "." : ";")}", Side.Left) { Size = 11 }
            ),
        ];
        if (second is { } other)
        {
            LetterLine[] beside =
            [
                new(other.Position) { Bold = true },
                .. Enumerable.Repeat(new LetterLine(""), signer.Count - 2),
                new(NameOf(other.Name, layout)) { Bold = true },
            ];
            yield return new PairBlock(50, [(signer, beside)]);
            yield return new LinesBlock(recipients);
        }
        else if (layout.SignatureAbove)
        {
            yield return new PairBlock(45, [([new LetterLine("")], signer)]);
            yield return new LinesBlock(recipients);
        }
        else
        {
            yield return new PairBlock(48, [(recipients, signer)]);
        }
    }

    private static LetterLine Ruled(LetterLine line, LetterLayout layout) => line with { Rule = !layout.TypedRules };
}
