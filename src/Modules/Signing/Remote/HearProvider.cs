using DoanKet.Kernel;
using DoanKet.Kernel.Access;
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
/// Asks a provider whether its customer has answered, and takes in what was signed. An answer that comes twice is taken once.
/// </summary>
internal sealed class HearProvider(
    UnionDb db,
    SigningProviders providers,
    FieldCipher cipher,
    GiveValues give,
    AddKey addKey,
    UserContext user,
    CurrentUserLoader people,
    TimeProvider time
)
{
    /// <summary>Longer than providers wait for the phone; then it is sent again, or left.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    /// <summary>Sending takes seconds; after so long the program was stopped in between.</summary>
    private static readonly TimeSpan LongestSending = TimeSpan.FromMinutes(1);

    /// <returns>True when there is nothing to ask any more.</returns>
    public async Task<bool> HandleAsync(Guid id, CancellationToken ct)
    {
        var request = await db.ProviderRequests.AsNoTracking().FirstOrDefaultAsync(r => r.Id == id, ct);
        if (request is not { IsUnderWay: true })
            return true;
        var age = time.UtcDateTime() - request.SentAt;
        if (request.State == RequestState.Sending)
            return age > LongestSending && await FailAsync(request, "Máy chủ khởi động lại khi đang gửi yêu cầu; hãy gửi lại.", ct);
        if (providers.Find(request.Provider) is not { } provider)
            return await FailAsync(request, ProviderWords.Gone, ct);
        try
        {
            var service = providers.ServiceFor(provider, cipher.Open(request.SealedUser));
            var state = await service.PollAsync(request.Transaction, ct);
            if (state.Status != RemoteSigningStatus.Waiting)
                return await TakeAsync(request, state, ct);
        }
        catch (PdfRefusedException e) when (e.Reason != PdfRefusal.Unreachable || age > Longest)
        {
            return await FailAsync(request, ProviderWords.Explain(e, provider), ct);
        }
        catch (PdfRefusedException)
        {
            // Asked again.
        }
        return age > Longest && await FailAsync(request, "Quá lâu không thấy xác nhận trên điện thoại.", ct);
    }

    /// <summary>Also what a provider says at once when it is asked.</summary>
    /// <returns>True when there is nothing to ask any more.</returns>
    public async Task<bool> TakeAsync(ProviderRequest request, RemoteSigningState state, CancellationToken ct)
    {
        switch (state.Status)
        {
            case RemoteSigningStatus.Refused:
                return await FailAsync(request, "Yêu cầu đã bị từ chối trên điện thoại.", ct);
            case RemoteSigningStatus.Expired:
                return await FailAsync(request, "Hết thời gian xác nhận trên điện thoại.", ct);
            case RemoteSigningStatus.Waiting when state.Transaction.Length > ProviderRequest.MaxTransaction:
                return await FailAsync(request, "Nhà cung cấp trả lời sai quy cách.", ct);
            case RemoteSigningStatus.Waiting:
                var transaction = state.Transaction;
                await Same(request)
                    .ExecuteUpdateAsync(
                        set => set.SetProperty(r => r.State, RequestState.Waiting).SetProperty(r => r.Transaction, transaction),
                        ct
                    );
                return false;
        }
        user.Current ??= await people.LoadAsync(request.AccountId, null, ct);
        var result =
            user.Current is null ? Result.Fail("Tài khoản đã đóng.")
            : request.RoundId is { } round ? await give.TakeAsync(round, state.Values, ct)
            : await AddAsync(request, state.Values, ct);
        if (!result.Ok)
            return await FailAsync(request, result.Message, ct);
        await Same(request).ExecuteUpdateAsync(set => set.SetProperty(r => r.State, RequestState.Done), ct);
        return true;
    }

    /// <returns>True.</returns>
    public async Task<bool> FailAsync(ProviderRequest request, string why, CancellationToken ct)
    {
        request.Fail(why);
        await Same(request)
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.State, request.State).SetProperty(r => r.Failure, request.Failure), ct);
        return true;
    }

    /// <summary>Unless it was sent again, or its answer was taken meanwhile.</summary>
    private IQueryable<ProviderRequest> Same(ProviderRequest request)
    {
        var (id, mark) = (request.Id, request.Mark);
        return db.ProviderRequests.Where(r =>
            r.Id == id && r.Mark == mark && (r.State == RequestState.Sending || r.State == RequestState.Waiting)
        );
    }

    private async Task<Result> AddAsync(ProviderRequest request, IReadOnlyList<byte[]> values, CancellationToken ct)
    {
        var (key, hash) = (request.Describe(), RegistrationProof.HashOf(request));
        if (!values.Any(value => key.IsRight(hash, value)))
            return Result.Fail("Nhà cung cấp trả về chữ ký không khớp với chứng thư; chưa đăng ký. Hãy thử lại hoặc liên hệ nhà cung cấp.");
        var found = new FoundKey(
            KeyPlace.Provider,
            key.Certificates,
            request.Provider,
            request.SealedUser,
            request.CredentialId,
            request.AsksPin
        );
        return await addKey.FromElsewhereAsync(KeyHolder.Of(request.AccountId, request.UnitId), found, ct);
    }
}
