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

    /// <summary>From the files for a scan, from the sender's record for what another unit issued; where nothing was read, as with the last
    /// document.</summary>
    public static RegisterInput From(IncomingDocument document, IReadOnlyDictionary<string, ReadValue> reading, LastEntry last)
    {
        var input =
            document.Source == IncomingSource.Internal
                ? FromRecord(document)
                : new RegisterInput
                {
                    NumberText = Read(nameof(RegisterInput.NumberText)),
                    IssuedOn = Day(nameof(RegisterInput.IssuedOn)),
                    Issuer = Read(nameof(RegisterInput.Issuer)) ?? (reading.Count <= 1 ? last.Issuer : null),
                    KindCode = Read(nameof(RegisterInput.KindCode)) ?? (reading.Count <= 1 ? last.KindCode : null),
                    Subject = Read(nameof(RegisterInput.Subject)),
                    SignerName = Read(nameof(RegisterInput.SignerName)),
                    SignerTitle = Read(nameof(RegisterInput.SignerTitle)),
                    Urgency = Enum.TryParse<Urgency>(Read(nameof(RegisterInput.Urgency)), out var urgency) ? urgency : Urgency.Normal,
                    Pages = int.TryParse(Read(nameof(RegisterInput.Pages)), out var pages) ? pages : null,
                    DueOn = Day(nameof(RegisterInput.DueOn)),
                };
        input.BookCode = last.BookCode;
        return input;

        DateOnly? Day(string field) => DayText.TryRead(Read(field), out var day) ? day : null;

        string? Read(string field) => reading.TryGetValue(field, out var value) ? value.Text : null;
    }

    /// <summary>The first doubtful or empty field; the number when all is well.</summary>
    public static string FirstToLookAt(RegisterInput input, IReadOnlyDictionary<string, ReadValue> reading) =>
        Order.FirstOrDefault(f => reading.TryGetValue(f, out var value) ? value.Doubtful : string.IsNullOrEmpty(ValueOf(input, f)))
        ?? Order[0];

    private static RegisterInput FromRecord(IncomingDocument document) =>
        new()
        {
            NumberText = document.NumberText,
            IssuedOn = document.IssuedOn,
            Issuer = document.Issuer,
            KindCode = document.KindCode,
            Subject = document.Subject,
            SignerName = document.SignerName,
            SignerTitle = document.SignerTitle,
            Urgency = document.Urgency,
            Pages = document.Pages,
            DueOn = document.DueOn,
        };

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
