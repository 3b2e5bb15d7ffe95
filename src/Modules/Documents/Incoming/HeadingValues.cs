using DoanKet.Kernel;
using DoanKet.Kernel.Calendar;
using DoanKet.Kernel.Files;
using DoanKet.OfficialFormat;

namespace DoanKet.Modules.Documents.Incoming;

/// <summary>Turns the text of the files into proposals for the registering form. The main text is the first file; the others only add
/// pages.</summary>
internal static class HeadingValues
{
    /// <summary>Not a field of the form: the mark of secrecy that stands on the document, for the warning above the form.</summary>
    public const string Secrecy = "Secrecy";

    public static async Task<IReadOnlyDictionary<string, ReadValue>> FromAsync(
        IReadOnlyList<FileText> files,
        WorkingDays calendar,
        CancellationToken ct
    )
    {
        var values = new Dictionary<string, ReadValue>();
        if (files.Sum(f => f.Pages ?? 0) is > 0 and var pages)
            values[nameof(RegisterInput.Pages)] = new(pages.ToString(), Doubtful: false);
        var read = OfficialReader.Read(files[0].Heading, files[0].Text);
        Put(nameof(RegisterInput.NumberText), read.Number, n => n.Text);
        Put(nameof(RegisterInput.IssuedOn), read.IssuedOn, d => d.Show());
        Put(nameof(RegisterInput.Issuer), read.FullIssuer, NameCasing.Of);
        Put(nameof(RegisterInput.KindCode), read.Kind, k => k.Code);
        Put(nameof(RegisterInput.Subject), read.Subject, s => char.ToUpper(s[0]) + s[1..]);
        Put(nameof(RegisterInput.Urgency), read.Urgency, u => ((int)UrgencyOf(u)).ToString());
        Put(Secrecy, read.Secrecy, s => s.ToString());
        Put(nameof(RegisterInput.SignerName), read.SignerName, s => s);
        Put(nameof(RegisterInput.SignerTitle), read.SignerPosition, NameCasing.Of);
        var deadlines = new List<ReadDeadline>();
        foreach (var deadline in read.Deadlines)
            deadlines.Add(new(await DayOfAsync(deadline.Value, read.IssuedOn?.Value, calendar, ct), deadline.Snippet));
        if (deadlines.Count > 0)
        {
            // A text may ask for several things by several days; the first is a proposal at most.
            values[nameof(RegisterInput.DueOn)] = new(deadlines[0].Day.Show(), Doubtful: true);
            values[ReadDeadline.Field] = new(ReadDeadline.Write(deadlines), Doubtful: true);
        }
        return values;

        void Put<T>(string field, Reading<T>? reading, Func<T, string> text)
        {
            if (reading is not null)
                values[field] = new(text(reading.Value), reading.Confidence != Confidence.Sure);
        }
    }

    /// <summary>The text knows no public holidays; the calendar of the federation does.</summary>
    private static async Task<DateOnly> DayOfAsync(Deadline deadline, DateOnly? issuedOn, WorkingDays calendar, CancellationToken ct) =>
        deadline is { WorkingDays: true, Days: { } days } && issuedOn is { } start
            ? await calendar.AddAsync(start, days, ct)
            : deadline.Day;

    private static Urgency UrgencyOf(UrgencyMark mark) =>
        mark switch
        {
            UrgencyMark.Express => Urgency.Express,
            UrgencyMark.VeryUrgent => Urgency.VeryUrgent,
            _ => Urgency.Urgent,
        };
}
