using DoanKet.Kernel;
using DoanKet.Kernel.Files;
using DoanKet.OfficialFormat;

namespace DoanKet.Modules.Documents.Incoming;

/// <summary>Turns the text of the files into proposals for the registering form. The main text is the first file; the others only add
/// pages.</summary>
internal static class HeadingValues
{
    /// <summary>Not a field of the form: the mark of secrecy that stands on the document, for the warning above the form.</summary>
    public const string Secrecy = "Secrecy";

    public static IReadOnlyDictionary<string, ReadValue> From(IReadOnlyList<FileText> files)
    {
        var values = new Dictionary<string, ReadValue>();
        if (files.Sum(f => f.Pages ?? 0) is > 0 and var pages)
            values[nameof(RegisterInput.Pages)] = new(pages.ToString(), Doubtful: false);
        var read = OfficialReader.Read(files[0].Heading, files[0].Text);
        Put(nameof(RegisterInput.NumberText), read.Number, n => n.Text);
        Put(nameof(RegisterInput.IssuedOn), read.IssuedOn, d => d.Show());
        Put(nameof(RegisterInput.Issuer), read.Issuer, NameCasing.Of);
        Put(nameof(RegisterInput.KindCode), read.Kind, k => k.Code);
        Put(nameof(RegisterInput.Subject), read.Subject, s => char.ToUpper(s[0]) + s[1..]);
        Put(nameof(RegisterInput.Urgency), read.Urgency, u => ((int)UrgencyOf(u)).ToString());
        Put(Secrecy, read.Secrecy, s => s.ToString());
        Put(nameof(RegisterInput.SignerName), read.SignerName, s => s);
        Put(nameof(RegisterInput.SignerTitle), read.SignerPosition, NameCasing.Of);
        // A text may ask for several things by several days; the first is a proposal at most.
        Put(nameof(RegisterInput.DueOn), read.Deadlines.Count > 0 ? read.Deadlines[0] : null, d => d.Day.Show());
        return values;

        void Put<T>(string field, Reading<T>? reading, Func<T, string> text)
        {
            if (reading is not null)
                values[field] = new(text(reading.Value), reading.Confidence != Confidence.Sure);
        }
    }

    private static Urgency UrgencyOf(UrgencyMark mark) =>
        mark switch
        {
            UrgencyMark.Express => Urgency.Express,
            UrgencyMark.VeryUrgent => Urgency.VeryUrgent,
            _ => Urgency.Urgent,
        };
}
