using DoanKet.Kernel;
using DoanKet.Kernel.Access;
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
/// Registers a certificate that a provider keeps: the person says under which number, chooses among the certificates found, and confirms
/// on the phone.
/// </summary>
internal sealed class RegisterRemoteKey(
    UnionDb db,
    Work work,
    SigningProviders providers,
    FieldCipher cipher,
    AuditTrail audit,
    AskProvider ask,
    UserContext user,
    TimeProvider time
)
{
    public const int MaxUser = 100;

    /// <summary>In an hour: a number that was typed tells the name of its owner.</summary>
    private const int MostTries = 10;

    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <param name="number">As the provider names the person or the unit.</param>
    /// <param name="unitId">Whose the certificate is, where it is a unit's.</param>
    public Task<Result<Guid>> BeginAsync(string? provider, string? number, Guid? unitId, CancellationToken ct) =>
        work.RunAsync(
            async () =>
            {
                var own = user.Required.AccountId;
                var text = (number ?? "").Trim();
                var check = new Check()
                    .That(providers.Find(provider) is not null, "Provider", "Hãy chọn nhà cung cấp.")
                    .Filled(text, "Number", "Hãy nhập số hoặc tên đã đăng ký với nhà cung cấp.")
                    .That(text.Length <= MaxUser, "Number", $"Không quá {MaxUser} ký tự.");
                var recent = time.UtcDateTime() - Hour;
                if (
                    await db.ProviderRequests.CountAsync(r => r.AccountId == own && r.RoundId == null && r.CreatedAt > recent, ct)
                    >= MostTries
                )
                    check.That(false, "Number", $"Đã thử {MostTries} lần trong một giờ; hãy thử lại sau.");
                if (!check.Ok)
                    return Result<Guid>.Fail(check.Problems);
                var request = new ProviderRequest
                {
                    Id = Ids.New(),
                    AccountId = own,
                    UnitId = unitId,
                    Provider = provider!,
                    SealedUser = cipher.Seal(text),
                    CreatedAt = time.UtcDateTime(),
                };
                db.Add(request);
                audit.Record(
                    "signing.provider-looked-up",
                    request.Id,
                    $"Tìm chứng thư của {(unitId is null ? "mình" : "cơ quan")} ở {provider}"
                );
                return Result.Of(request.Id);
            },
            ct
        );

    /// <summary>The certificates that the provider has for the number.</summary>
    public async Task<Result<IReadOnlyList<RemoteCredential>>> ReadAsync(ProviderRequest request, CancellationToken ct)
    {
        if (providers.Find(request.Provider) is not { } provider)
            return Result<IReadOnlyList<RemoteCredential>>.Fail(ProviderWords.Gone);
        try
        {
            return Result.Of(await providers.ServiceFor(provider, cipher.Open(request.SealedUser)).ListAsync(ct));
        }
        catch (PdfRefusedException e)
        {
            return Result<IReadOnlyList<RemoteCredential>>.Fail(ProviderWords.Explain(e, provider));
        }
    }

    /// <summary>Then its owner is asked by phone.</summary>
    /// <param name="request">Of the signed-in person.</param>
    public async Task<Result> ChooseAsync(ProviderRequest request, string? credentialId, string? pin, CancellationToken ct)
    {
        var found = await ReadAsync(request, ct);
        if (!found.Ok)
            return found;
        if (found.Value.FirstOrDefault(one => one.Id == credentialId) is not { } credential || !Fits(credential))
            return Result.Fail("Hãy chọn một chứng thư trong danh sách.");
        if (credential.AsksPin && string.IsNullOrEmpty(pin))
            return Result.Fail("Hãy nhập mã PIN của chứng thư ở nhà cung cấp.", "Pin");
        var chosen = await work.RunAsync(
            async () =>
            {
                await db.Dialect.LockRowAsync<ProviderRequest>(db, request.Id, ct);
                var row = await db.ProviderRequests.FirstAsync(r => r.Id == request.Id, ct);
                await db.Entry(row).ReloadAsync(ct);
                if (row.State != RequestState.Choosing)
                    return Result.Success;
                (row.CredentialId, row.AsksPin) = (credential.Id, credential.AsksPin);
                row.Certificates = CertificateChain.Join(credential.Certificates);
                row.State = RequestState.Ready;
                return Result.Success;
            },
            ct
        );
        if (chosen.Ok)
            await ask.SendAsync(request.Id, pin, ct);
        return chosen;
    }

    /// <summary>What can be kept of it has room.</summary>
    private static bool Fits(RemoteCredential credential) =>
        credential.Id.Length <= SigningKey.MaxCredential && credential.Certificates[0].RawData.Length <= SigningKey.MaxCertificate;
}
