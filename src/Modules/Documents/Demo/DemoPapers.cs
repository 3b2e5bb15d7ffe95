using DoanKet.Modules.Documents.Content;
using DoanKet.Modules.Documents.Shared;
using DoanKet.VietnameseText;

namespace DoanKet.Modules.Documents.Demo;

/// <summary>Gives each of the newest documents a paper of its own and the many older ones a shared one: thousands of files would only make
/// the demonstration slow to make.</summary>
internal sealed class DemoPapers(DemoOffice office, DemoLetters letters, DemoFiles files, IReadOnlyList<UploadedFile> shared, Random random)
{
    private const int OwnPapers = 30,
        SharedPapers = 3;

    public static async Task<DemoPapers> BeginAsync(DemoOffice office, DemoFiles files, Random random, CancellationToken ct)
    {
        var letters = new DemoLetters((office.Unit.Name, office.Place));
        List<UploadedFile> shared = [];
        for (var i = 1; i <= SharedPapers; i++)
            shared.Add(await files.KeepAsync($"van-ban-trinh-dien-{i}", letters.Shared(i), ct));
        return new(office, letters, files, shared, random);
    }

    /// <param name="fromEnd">How many documents are newer.</param>
    public Task<UploadedFile> OfAsync(IncomingDocument document, int? replyDays, int fromEnd, CancellationToken ct) =>
        fromEnd < OwnPapers
            ? files.KeepAsync(Name(document.NumberText), letters.Of(document, replyDays), ct)
            : Task.FromResult(random.Pick(shared));

    /// <inheritdoc cref="OfAsync(IncomingDocument, int?, int, CancellationToken)"/>
    public Task<UploadedFile> OfAsync(OutgoingDocument document, int fromEnd, CancellationToken ct) =>
        fromEnd < OwnPapers
            ? files.KeepAsync(
                document.NumberText.Length > 0 ? Name(document.NumberText) : "du-thao",
                letters.Of(document, office.Notation(document)),
                ct
            )
            : Task.FromResult(random.Pick(shared));

    /// <summary>"18/HD-LĐLĐ" as 18-hd-ldld.</summary>
    private static string Name(string number) => string.Join('-', Fold.Words(number));
}
