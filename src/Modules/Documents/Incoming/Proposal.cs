using DoanKet.Kernel;
using DoanKet.Modules.Documents.Shared;

namespace DoanKet.Modules.Documents.Incoming;

/// <summary>Fills the registering form before the clerk sees it.</summary>
internal static class Proposal
{
    private static readonly string[] Order =
    [
        nameof(RegisterInput.NumberText),
        nameof(RegisterInput.IssuedOn),
        nameof(RegisterInput.Issuer),
        nameof(RegisterInput.KindCode),
        nameof(RegisterInput.Subject),
        nameof(RegisterInput.SignerName),
    ];

    /// <summary>From the files for a scan, from the sender's record for what another unit issued. What was not read stays empty: a value
    /// of the last document would look as if it had been read from this one.</summary>
    public static RegisterInput From(IncomingDocument document, IReadOnlyDictionary<string, ReadValue> reading, string lastBook)
    {
        var input =
            document.Source == IncomingSource.Internal
                ? RegisterInput.From<RegisterInput>(document)
                : new RegisterInput
                {
                    NumberText = Read(nameof(RegisterInput.NumberText)),
                    IssuedOn = Day(nameof(RegisterInput.IssuedOn)),
                    Issuer = Read(nameof(RegisterInput.Issuer)),
                    KindCode = Read(nameof(RegisterInput.KindCode)),
                    Subject = Read(nameof(RegisterInput.Subject)),
                    SignerName = Read(nameof(RegisterInput.SignerName)),
                    SignerTitle = Read(nameof(RegisterInput.SignerTitle)),
                    Urgency = Enum.TryParse<Urgency>(Read(nameof(RegisterInput.Urgency)), out var urgency) ? urgency : Urgency.Normal,
                    Pages = int.TryParse(Read(nameof(RegisterInput.Pages)), out var pages) ? pages : null,
                    DueOn = Day(nameof(RegisterInput.DueOn)),
                };
        input.BookCode = lastBook;
        return input;

        DateOnly? Day(string field) => DayText.TryRead(Read(field), out var day) ? day : null;

        string? Read(string field) => reading.TryGetValue(field, out var value) ? value.Text : null;
    }

    /// <summary>The first doubtful or empty field; the number when all is well.</summary>
    public static string FirstToLookAt(RegisterInput input, IReadOnlyDictionary<string, ReadValue> reading) =>
        Order.FirstOrDefault(f => reading.TryGetValue(f, out var value) ? value.Doubtful : string.IsNullOrEmpty(ValueOf(input, f)))
        ?? Order[0];

    private static string? ValueOf(RegisterInput input, string field) =>
        field switch
        {
            nameof(RegisterInput.NumberText) => input.NumberText,
            nameof(RegisterInput.IssuedOn) => input.IssuedOn?.ToString(),
            nameof(RegisterInput.Issuer) => input.Issuer,
            nameof(RegisterInput.KindCode) => input.KindCode,
            nameof(RegisterInput.Subject) => input.Subject,
            _ => input.SignerName,
        };
}
