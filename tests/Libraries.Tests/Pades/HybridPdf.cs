using System.Text;

namespace DoanKet.Libraries.Tests.Pades;

/// <summary>
/// A file as Word writes it: a table for old readers, and a stream beside it with the objects that only newer ones find
/// (ISO 32000-1, 7.5.8.4).
/// </summary>
internal static class HybridPdf
{
    public static byte[] Bytes()
    {
        var text = new StringBuilder("%PDF-1.5\n");
        var places = new Dictionary<int, int>();
        void Add(int number, string value)
        {
            places[number] = text.Length;
            text.Append($"{number} 0 obj\n{value}\nendobj\n");
        }
        const string content = "BT /F1 24 Tf 72 700 Td (Lien doan Lao dong) Tj ET";
        Add(1, "<< /Type /Catalog /Pages 2 0 R /Metadata 6 0 R >>");
        Add(2, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
        Add(3, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>");
        Add(4, $"<< /Length {content.Length} >>\nstream\n{content}\nendstream");
        Add(5, "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
        const string hidden = "6 0 <</Hidden true>>";
        Add(7, $"<< /Type /ObjStm /N 1 /First 4 /Length {hidden.Length} >>\nstream\n{hidden}\nendstream");
        var stream = text.Length;
        // One entry: object 6 is the first in object stream 7.
        text.Append("8 0 obj\n<< /Type /XRef /Size 9 /W [1 1 1] /Index [6 1] /Length 3 >>\n");
        text.Append("stream\n\u0002\u0007\u0000\nendstream\nendobj\n");
        var start = text.Length;
        text.Append("xref\n0 6\n0000000000 65535 f \n");
        for (var number = 1; number <= 5; number++)
            text.Append($"{places[number]:D10} 00000 n \n");
        text.Append($"7 2\n{places[7]:D10} 00000 n \n{stream:D10} 00000 n \n");
        text.Append($"trailer\n<< /Size 9 /Root 1 0 R /XRefStm {stream} /ID [<01> <01>] >>\nstartxref\n{start}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(text.ToString());
    }
}
