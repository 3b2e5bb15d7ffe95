using System.Security.Cryptography;
using DoanKet.Pades;
using DoanKet.SigningTickets;

namespace DoanKet.SigningAgent;

/// <summary>One link, one ticket, one answer.</summary>
/// <param name="hasStore">The system shows tokens in the person's store of certificates, too.</param>
internal sealed class SigningSession(
    IScreen screen,
    AgentFolder folder,
    AgentSettings settings,
    HttpClient client,
    TimeProvider time,
    bool hasStore
)
{
    /// <exception cref="RefusedException">Nothing was signed. The page that waits knows it, where there is one.</exception>
    public async Task RunAsync(SigningLink link, CancellationToken ct)
    {
        var server = ServerCalls.Find(settings, link);
        var calls = new ServerCalls(client, server);
        var ticket = await calls.FetchAsync(link, ct);
        try
        {
            await calls.AnswerAsync(ticket.Job, await AnswerAsync(ticket, ct), ct);
            Note(ticket, "xong");
        }
        catch (Exception e) when (e is RefusedException or PdfRefusedException or PdfFormatException)
        {
            Note(ticket, "không ký");
            var why = e switch
            {
                PdfRefusedException refused => $"{KeyOpener.Explain(refused)} Chưa ký.",
                PdfFormatException => "Máy chủ gửi điều không phải là văn bản cần ký; chưa ký.",
                _ => e.Message,
            };
            await TellAsync(calls, ticket, why, ct);
            throw new RefusedException(why);
        }
    }

    private async Task<TicketAnswer> AnswerAsync(SigningTicket ticket, CancellationToken ct)
    {
        screen.Say($"Máy chủ:  {ticket.Server}");
        screen.Say($"Người ký: {ticket.Person}");
        using var tokens = new TokenDrawer(settings.Drivers, hasStore, screen.Say);
        var opener = new KeyOpener(screen, tokens);
        return ticket.Purpose == TicketPurpose.Sign ? await SignAsync(ticket, opener, ct) : await AddAsync(ticket, opener, ct);
    }

    private async Task<TicketAnswer> SignAsync(SigningTicket ticket, KeyOpener opener, CancellationToken ct)
    {
        screen.Say($"Ký {ticket.Papers.Count} văn bản:");
        for (var i = 0; i < ticket.Papers.Count; i++)
            screen.Say($"  {i + 1}. {ticket.Papers[i].Title} ({ticket.Papers[i].FileName})");
        var statements = ticket.Papers.Select(paper => SignatureStatement.Read(paper.Statement)).ToList();
        var found = opener.Find(ticket.Certificate);
        if (!statements.All(statement => statement.Names(found.Own)))
            throw new RefusedException("Yêu cầu ký nêu chứng thư khác với chứng thư trong token; chưa ký.");
        screen.Say($"Chứng thư: {found.Told}");
        using var key = opener.Open(found);
        var values = new List<byte[]>();
        foreach (var statement in statements)
            values.Add(await key.SignHashAsync(statement.HashToSign(key.Hash), ct));
        return new(ticket.AnswerKey, values);
    }

    private async Task<TicketAnswer> AddAsync(SigningTicket ticket, KeyOpener opener, CancellationToken ct)
    {
        screen.Say("Đăng ký chứng thư trong token để ký văn bản trên phần mềm. Chưa ký văn bản nào.");
        var found = opener.Find("");
        screen.Say($"Chứng thư: {found.Told}");
        using var key = opener.Open(found);
        var message = TokenProof.Message(ticket.Server, ticket.Job, found.Own.RawData);
        var proof = await key.SignHashAsync(CryptographicOperations.HashData(key.Hash, message), ct);
        return new(ticket.AnswerKey, Certificates: [.. found.Certificates.Select(one => one.RawData)], Proof: proof);
    }

    private static async Task TellAsync(ServerCalls calls, SigningTicket ticket, string why, CancellationToken ct)
    {
        try
        {
            await calls.AnswerAsync(ticket.Job, new(ticket.AnswerKey, Failure: why), ct);
        }
        catch (RefusedException)
        {
            // The person here hears why; the page offers to try again in any case.
        }
    }

    private void Note(SigningTicket ticket, string outcome) =>
        folder.Note(time.GetUtcNow(), $"{ticket.Server} {ticket.Job:D} {ticket.Purpose} {ticket.Papers.Count} {outcome}");
}
