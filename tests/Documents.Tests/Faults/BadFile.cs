using System.Text;

namespace DoanKet.Documents.Tests.Faults;

/// <summary>PDF files that do harm, put together by hand.</summary>
internal static class BadFile
{
    private const string Catalog = "<< /Type /Catalog /Pages 2 0 R >>",
        Pages = "<< /Type /Pages /Kids [3 0 R] /Count 1 >>";

    /// <summary>Locked: its keys fit no empty password.</summary>
    public static byte[] Locked()
    {
        var key = string.Concat(Enumerable.Repeat("A7", 32));
        return Pdf(
            "/Encrypt 4 0 R /ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>]",
            Catalog,
            Pages,
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
            $"<< /Filter /Standard /V 1 /R 2 /Length 40 /P -4 /O <{key}> /U <{key}> >>"
        );
    }

    /// <summary>A form that draws a form that draws a form…, ten times each: some 200 bytes a level that take longer than anybody
    /// lives.</summary>
    public static byte[] Looping()
    {
        const int levels = 14;
        var objects = new List<string>
        {
            Catalog,
            Pages,
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << /F 5 0 R >> >> >>",
            Stream("", "/F Do"),
        };
        for (var level = 0; level < levels; level++)
            objects.Add(
                Stream(
                    $"/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /F {objects.Count + 2} 0 R >> >>",
                    string.Concat(Enumerable.Repeat("/F Do ", 10))
                )
            );
        objects.Add(Stream("/Type /XObject /Subtype /Form /BBox [0 0 595 842]", "q Q"));
        return Pdf("", [.. objects]);
    }

    private static string Stream(string entries, string content) =>
        $"<< {entries} /Length {content.Length} >>\nstream\n{content}\nendstream";

    private static byte[] Pdf(string trailer, params string[] objects)
    {
        var text = new StringBuilder("%PDF-1.4\n");
        var offsets = new List<int>();
        foreach (var body in objects)
        {
            offsets.Add(text.Length);
            text.Append($"{offsets.Count} 0 obj\n{body}\nendobj\n");
        }
        var table = text.Length;
        text.Append($"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        foreach (var offset in offsets)
            text.Append($"{offset:0000000000} 00000 n \n");
        text.Append($"trailer\n<< /Size {objects.Length + 1} /Root 1 0 R {trailer} >>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(text.ToString());
    }
}
