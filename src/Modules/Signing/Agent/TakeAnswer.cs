using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Signing.Keys;
using DoanKet.Modules.Signing.Rounds;
using DoanKet.Pades;
using DoanKet.SigningTickets;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Signing.Agent;

/// <summary>Takes the answer to a ticket, once; what a token is said to have signed is believed only when it fits.</summary>
internal sealed class TakeAnswer(
    UnionDb db,
    Work work,
    GiveValues give,
    AddKey addKey,
    UserContext user,
    CurrentUserLoader people,
    TimeProvider time
)
{
    private const string Unreadable = "Phần mềm ký trả về điều không đọc được; hãy thử lại.";

    /// <summary>Longer nobody looks for a token.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(30);

    /// <returns>False where there is nothing that waits for this answer.</returns>
    public async Task<bool> HandleAsync(Guid id, TicketAnswer answer, string origin, CancellationToken ct)
    {
        var job = await db.AgentJobs.AsNoTracking().FirstOrDefaultAsync(j => j.Id == id, ct);
        if (
            job is not { State: AgentJobState.Fetched, AnswerKeyHash: { } hash }
            || !CryptographicOperations.FixedTimeEquals(hash, GiveTicket.HashOf(answer.AnswerKey))
            || job.FetchedAt + Longest < time.UtcDateTime()
            || await people.LoadAsync(job.AccountId, null, ct) is not { } person
        )
            return false;
        user.Current = person;
        var result =
            answer.Failure is { } failure ? Result.Fail(failure)
            : job.RoundId is { } round ? await give.TakeAsync(round, [.. (answer.Values ?? []).Where(value => value is not null)], ct)
            : await AddAsync(job, answer, origin, ct);
        await EndAsync(job, result, ct);
        return true;
    }

    private async Task<Result> AddAsync(AgentJob job, TicketAnswer answer, string origin, CancellationToken ct)
    {
        if (Read(answer.Certificates) is not { Count: > 0 } certificates || answer.Proof is not { } proof)
            return Result.Fail(Unreadable);
        var key = KeyDescription.Of(certificates);
        var message = TokenProof.Message(origin, job.Id, certificates[0].RawData);
        return key.IsRight(CryptographicOperations.HashData(key.Hash, message), proof)
            ? await addKey.FromElsewhereAsync(KeyHolder.Of(job.AccountId, job.UnitId), new(KeyPlace.Token, certificates), ct)
            : Result.Fail("Khóa trong token không khớp với chứng thư; hãy dùng đúng token, hoặc liên hệ nhà cung cấp.");
    }

    private static List<X509Certificate2>? Read(IReadOnlyList<byte[]>? certificates)
    {
        const int Most = 10;
        try
        {
            return certificates?.Take(Most).Select(certificate => X509CertificateLoader.LoadCertificate(certificate)).ToList();
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            return null;
        }
    }

    private Task<Result> EndAsync(AgentJob job, Result result, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        var (state, why) = result.Ok ? (AgentJobState.Done, "") : (AgentJobState.Failed, result.Message);
        return work.RunAsync(
            async () =>
            {
                await db
                    .AgentJobs.Where(j => j.Id == job.Id && j.State == AgentJobState.Fetched && j.Attempt == job.Attempt)
                    .ExecuteUpdateAsync(
                        set =>
                            set.SetProperty(j => j.State, state)
                                .SetProperty(j => j.AnswerKeyHash, (byte[]?)null)
                                .SetProperty(j => j.Failure, why[..Math.Min(why.Length, AgentJob.MaxFailure)]),
                        ct
                    );
                return Result.Success;
            },
            ct
        );
    }
}
