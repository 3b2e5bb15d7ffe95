using System.Text;

namespace DoanKet.Testing.Signatures;

/// <summary>Small files written by hand, so that each strange kind of file can be had.</summary>
public sealed class SmallPdf
{
    private readonly List<string> _objects = [];

    public string Header { get; init; } = "%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n";
    public string MediaBox { get; init; } = "[0 0 595 842]";
    public string PageMore { get; init; } = "";
    public string CatalogMore { get; init; } = "";

    /// <summary>Objects from 6 on, without their frame.</summary>
    public string[] More { get; init; } = [];

    /// <summary>A page with one line of text; object 3 is the page, 4 its content.</summary>
    public byte[] Bytes()
    {
        const string content = "BT /F1 24 Tf 72 700 Td (Lien doan Lao dong) Tj ET";
        _objects.Clear();
        _objects.Add($"<< /Type /Catalog /Pages 2 0 R {CatalogMore} >>");
        _objects.Add($"<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox {MediaBox} >>");
        _objects.Add($"<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> {PageMore} >>");
        _objects.Add($"<< /Length {content.Length} >>\nstream\n{content}\nendstream");
        _objects.Add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
        _objects.AddRange(More);
        var text = new StringBuilder(Header);
        var places = new List<int>();
        for (var i = 0; i < _objects.Count; i++)
        {
            places.Add(text.Length);
            text.Append($"{i + 1} 0 obj\n{_objects[i]}\nendobj\n");
        }
        var start = text.Length;
        text.Append($"xref\n0 {_objects.Count + 1}\n0000000000 65535 f \n");
        places.ForEach(place => text.Append($"{place:D10} 00000 n \n"));
        text.Append($"trailer\n<< /Size {_objects.Count + 1} /Root 1 0 R /ID [<00112233> <00112233>] >>\nstartxref\n{start}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(text.ToString());
    }

    /// <summary>An update with a table: objects by number, without their frame.</summary>
    public static byte[] Append(byte[] file, params (int Number, string Value)[] objects)
    {
        var old = Encoding.Latin1.GetString(file);
        var from = old.LastIndexOf("startxref", StringComparison.Ordinal) + "startxref".Length;
        var previous = old[from..].Trim().Split('\n', '\r')[0];
        var size = Math.Max(SizeOf(old), objects.Max(o => o.Number) + 1);
        var text = new StringBuilder();
        var rows = new StringBuilder();
        foreach (var (number, value) in objects)
        {
            rows.Append($"{number} 1\n{file.Length + text.Length:D10} 00000 n \n");
            text.Append($"{number} 0 obj\n{value}\nendobj\n");
        }
        var start = file.Length + text.Length;
        text.Append($"xref\n{rows}trailer\n<< /Size {size} /Root 1 0 R /Prev {previous} /ID [<00112233> <44556677>] >>\n");
        text.Append($"startxref\n{start}\n%%EOF\n");
        return [.. file, .. Encoding.Latin1.GetBytes(text.ToString())];
    }

    private static int SizeOf(string text)
    {
        var at = text.LastIndexOf("/Size ", StringComparison.Ordinal) + "/Size ".Length;
        return int.Parse(new string([.. text[at..].TakeWhile(char.IsAsciiDigit)]));
    }
}
