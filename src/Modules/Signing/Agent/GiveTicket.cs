using System.Buffers.Text;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Signing.Rounds;
using DoanKet.Pades;
using DoanKet.SigningTickets;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Signing.Agent;

/// <summary>Gives a job to the program that shows its code, once.</summary>
internal sealed class GiveTicket(UnionDb db, Work work, AgentKeys keys, CurrentUserLoader people, TimeProvider time)
{
    private const int MostNonce = 100;

    /// <param name="origin">Of this server, as the program knows it.</param>
    /// <returns>Fails without a reason: who asks with a wrong code learns nothing.</returns>
    public Task<Result<SignedTicket>> HandleAsync(Guid id, TicketRequest request, string origin, CancellationToken ct) =>
        work.RunAsync(
            async () =>
            {
                await db.Dialect.LockRowAsync<AgentJob>(db, id, ct);
                var job = await db.AgentJobs.FirstOrDefaultAsync(j => j.Id == id, ct);
                if (
                    job is not { State: AgentJobState.Waiting }
                    || request.Nonce.Length > MostNonce
                    || !keys.Codes.IsRight(id, job.Attempt, request.Code, time.GetUtcNow())
                    || await people.LoadAsync(job.AccountId, null, ct) is not { } person
                    || !person.Can(Permissions.Use)
                )
                    return Result<SignedTicket>.Fail("");
                var ticket = job.RoundId is { } round
                    ? await ForRoundAsync(job, round, ct)
                    : new SigningTicket("", id, "", TicketPurpose.Add, "", "", [], "");
                if (ticket is null)
                    return Result<SignedTicket>.Fail("");
                var answerKey = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
                (job.State, job.FetchedAt, job.Failure) = (AgentJobState.Fetched, time.UtcDateTime(), "");
                job.AnswerKeyHash = HashOf(answerKey);
                return Result.Of(
                    keys.Tickets.Sign(
                        ticket with
                        {
                            Server = origin,
                            Nonce = request.Nonce,
                            Person = person.FullName,
                            AnswerKey = answerKey,
                        }
                    )
                );
            },
            ct
        );

    public static byte[] HashOf(string answerKey) => SHA256.HashData(Encoding.UTF8.GetBytes(answerKey));

    private async Task<SigningTicket?> ForRoundAsync(AgentJob job, Guid id, CancellationToken ct)
    {
        var round = await db
            .SigningRounds.AsNoTracking()
            .Include(r => r.Papers)
            .FirstOrDefaultAsync(r => r.Id == id && r.State == RoundState.WaitingForKey, ct);
        if (round is null)
            return null;
        var certificate = await db.SigningKeys.Where(k => k.Id == round.KeyId).Select(k => k.Certificate).FirstAsync(ct);
        var papers = round
            .Prepared.Select(paper => new TicketPaper(
                paper.Title,
                paper.FileName,
                PreparedSignature.FromBytes(paper.Prepared).SignedAttributes
            ))
            .ToList();
        using var own = X509CertificateLoader.LoadCertificate(certificate);
        return new("", job.Id, "", TicketPurpose.Sign, "", own.GetCertHashString(HashAlgorithmName.SHA256), papers, "");
    }
}
