using DoanKet.Kernel;
using DoanKet.Kernel.Audit;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Kernel.Secrets;
using DoanKet.Modules.Signing.Keys;
using DoanKet.Modules.Signing.Providers;
using DoanKet.Modules.Signing.Rounds;
using DoanKet.Pades;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Signing.Remote;

/// <summary>
/// Asks the provider that keeps a key to have its owner confirm on the phone. The certificate is looked up anew each time: one that was
/// taken back meanwhile signs nothing (Nghị định 23/2025/NĐ-CP, điều 15).
/// </summary>
internal sealed class AskProvider(
    UnionDb db,
    Work work,
    SigningProviders providers,
    FieldCipher cipher,
    AuditTrail audit,
    HearProvider hear,
    RequestWatch watch,
    TimeProvider time
) : IAskForKey
{
    public KeyPlace Place => KeyPlace.Provider;

    public async Task AskAsync(Guid round, SigningKey key, string? pin, CancellationToken ct)
    {
        var id = await work.RunAsync(
            async () =>
            {
                await db.Dialect.LockRowAsync<SigningRound>(db, round, ct);
                var account = await db.SigningRounds.Where(r => r.Id == round).Select(r => r.AccountId).FirstAsync(ct);
                if (await db.ProviderRequests.AnyAsync(r => r.RoundId == round, ct))
                    return Result<Guid>.Fail("");
                var request = new ProviderRequest
                {
                    Id = Ids.New(),
                    AccountId = account,
                    RoundId = round,
                    Provider = key.Provider!,
                    SealedUser = key.SealedUser!,
                    CredentialId = key.CredentialId!,
                    Certificates = [.. key.Certificate, .. key.Issuers ?? []],
                    AsksPin = key.AsksPin,
                    State = RequestState.Ready,
                    CreatedAt = time.UtcDateTime(),
                };
                db.Add(request);
                return Result.Of(request.Id);
            },
            ct
        );
        if (id.Ok)
            await SendAsync(id.Value, pin, ct);
    }

    /// <summary>For the first time, or once more: what came to nothing may be sent again.</summary>
    /// <returns>Fails when it is under way already, or over; what the provider says is kept with the request.</returns>
    public async Task<Result> SendAsync(Guid id, string? pin, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        ProviderRequest? request = null;
        var begun = await work.RunAsync(
            async () =>
            {
                await db.Dialect.LockRowAsync<ProviderRequest>(db, id, ct);
                request = await db.ProviderRequests.FirstAsync(r => r.Id == id, ct);
                await db.Entry(request).ReloadAsync(ct);
                if (request.State is not (RequestState.Ready or RequestState.Failed))
                    return Result.Fail("Yêu cầu này đã được gửi.");
                request.Send(time.UtcDateTime());
                audit.Record("signing.provider-asked", id, $"Gửi yêu cầu ký từ xa {request.Mark} đến {request.Provider}");
                return Result.Success;
            },
            ct
        );
        db.ChangeTracker.Clear();
        if (begun.Ok && !await IsOverAsync(request!, pin, ct))
            watch.Watch(id);
        return begun;
    }

    private async Task<bool> IsOverAsync(ProviderRequest request, string? pin, CancellationToken ct)
    {
        if (providers.Find(request.Provider) is not { } provider)
            return await hear.FailAsync(request, ProviderWords.Gone, ct);
        try
        {
            var service = providers.ServiceFor(provider, cipher.Open(request.SealedUser));
            var key = request.Describe();
            var credentials = await service.ListAsync(ct);
            var credential = credentials.FirstOrDefault(one =>
                one.Id == request.CredentialId && one.Certificates[0].Equals(key.Certificates[0])
            );
            if (credential is not { IsEnabled: true })
                return await hear.FailAsync(request, ProviderWords.NoKey, ct);
            var (description, hashes) = await HashesAsync(request, ct);
            var question = new RemoteSigningRequest(Ids.New(), credential, key.Hash, key.Scheme, description, hashes, pin);
            return await hear.TakeAsync(request, await service.StartAsync(question, ct), ct);
        }
        catch (PdfRefusedException e)
        {
            return await hear.FailAsync(request, ProviderWords.Explain(e, provider), ct);
        }
    }

    private async Task<(string Description, IReadOnlyList<RemoteHash> Hashes)> HashesAsync(ProviderRequest request, CancellationToken ct)
    {
        if (request.RoundId is not { } round)
        {
            var name = request.UnitId is { } unit
                ? await db.Units.Where(u => u.Id == unit).Select(u => u.Name).FirstAsync(ct)
                : await db.Users.Where(a => a.Id == request.AccountId).Select(a => a.FullName).FirstAsync(ct);
            var hash = new RemoteHash(request.DocumentId(1), $"Đăng ký chứng thư cho {name}", RegistrationProof.HashOf(request));
            return ($"Đoàn Kết {request.Mark}: đăng ký chứng thư", [hash]);
        }
        var papers = await db.Set<PaperOfRound>()
            .AsNoTracking()
            .Where(p => p.RoundId == round && p.State == PaperState.Prepared)
            .OrderBy(p => p.Ordinal)
            .ToListAsync(ct);
        return (
            $"Đoàn Kết {request.Mark}: ký {papers.Count} văn bản",
            [
                .. papers.Select(paper => new RemoteHash(
                    request.DocumentId(paper.Ordinal),
                    paper.Title,
                    PreparedSignature.FromBytes(paper.Prepared).HashToSign
                )),
            ]
        );
    }
}
