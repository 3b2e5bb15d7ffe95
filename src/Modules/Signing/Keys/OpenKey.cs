using DoanKet.Kernel;
using DoanKet.Kernel.Audit;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Kernel.Secrets;
using DoanKet.Pades;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Signing.Keys;

/// <summary>Opens a key with its password. Nobody tries many: after five wrong ones it waits.</summary>
internal sealed class OpenKey(
    UnionDb db,
    Work work,
    HeldKeys keys,
    AuditTrail audit,
    FieldCipher cipher,
    ServerModule module,
    TimeProvider time
)
{
    private const int MostTries = 5;

    private static readonly TimeSpan Wait = TimeSpan.FromMinutes(15);

    internal sealed record Opened(SigningKey Row, ISigningKey Key);

    public async Task<Result<Opened>> HandleAsync(KeyHolder holder, string? password, CancellationToken ct)
    {
        ServerModule.Turn? turn = null;
        ISigningKey? key = null;
        try
        {
            // Before the transaction: who has the turn needs the database.
            if (await keys.Of(holder).AnyAsync(row => row.Place == KeyPlace.Module, ct))
                turn = await module.EnterAsync(ct);
            (var row, key, var refusal) = await TryAsync(holder, password ?? "", turn, ct);
            return key is null ? Result<Opened>.Fail(refusal, "Secret") : new Opened(row!, key);
        }
        catch (PdfRefusedException e)
        {
            return Result<Opened>.Fail(Refusal.Explain(e)!, "Secret");
        }
        finally
        {
            if (!ReferenceEquals(key, turn))
                turn?.Dispose();
        }
    }

    private async Task<(SigningKey? Row, ISigningKey? Key, string Refusal)> TryAsync(
        KeyHolder holder,
        string password,
        ServerModule.Turn? turn,
        CancellationToken ct
    )
    {
        ISigningKey? key = null;
        SigningKey? row = null;
        // A wrong try is kept, though nothing is signed.
        var refusal = "";
        await work.RunAsync(
            async () =>
            {
                (row, refusal) = await FindAsync(holder, ct);
                if (row is null)
                    return Result.Success;
                (key, refusal, var isWrong) = Try(row, password, turn);
                if (key is not null)
                    row.Issuers ??= CertificateChain.Issuers(key.Certificates);
                if (key is not null || isWrong)
                    (row.WrongTries, row.WaitUntil) = key is not null ? (0, null) : Count(row);
                if (isWrong)
                    audit.Record("signing.key-refused", row.Id, $"Sai mật khẩu chứng thư số {row.Name}");
                return Result.Success;
            },
            ct
        );
        return (row, key, refusal);
    }

    private async Task<(SigningKey? Row, string Refusal)> FindAsync(KeyHolder holder, CancellationToken ct)
    {
        var now = time.UtcDateTime();
        var place = holder.UnitId is null ? "“Chữ ký của tôi”" : "“Chữ ký số cơ quan”";
        if (!await keys.MayUseAsync(holder, ct) || await keys.Of(holder).FirstOrDefaultAsync(ct) is not { } row)
            return (null, $"Chưa có chứng thư số trên phần mềm; hãy thêm ở {place}.");
        await db.Dialect.LockRowAsync<SigningKey>(db, row.Id, ct);
        await db.Entry(row).ReloadAsync(ct);
        if (row.EndedAt is not null)
            return (null, "Chứng thư này vừa được thôi dùng.");
        if (row.Place is not (KeyPlace.Here or KeyPlace.Module))
            return (null, "Khóa của chứng thư này không ở trên máy chủ nên không mở bằng mật khẩu; hãy ký bằng token hoặc điện thoại.");
        if (row.Until <= now)
            return (null, $"Chứng thư đã hết hạn từ {row.Until.Show()}; hãy thêm chứng thư mới ở {place}.");
        return row.WaitUntil > now
            ? (null, $"Đã nhập sai mật khẩu {MostTries} lần; hãy thử lại sau {row.WaitUntil.Value.Show()}.")
            : (row, "");
    }

    private (int Tries, DateTime? Until) Count(SigningKey row) =>
        row.WrongTries + 1 < MostTries ? (row.WrongTries + 1, null) : (0, time.UtcDateTime() + Wait);

    private (ISigningKey? Key, string Refusal, bool IsWrong) Try(SigningKey row, string password, ServerModule.Turn? turn)
    {
        try
        {
            if (row.Place == KeyPlace.Here)
                return (Pkcs12Key.Open(cipher.OpenBytes(row.SealedFile), password), "", false);
            if (turn is null)
                return (null, "Chứng thư vừa được thay; hãy thử lại.", false);
            turn.Open(row.Certificate, password);
            return (turn, "", false);
        }
        catch (PdfRefusedException) when (row.Place == KeyPlace.Here)
        {
            return (null, "Mật khẩu của chứng thư không đúng.", true);
        }
        catch (PdfRefusedException e)
        {
            return (null, Refusal.Explain(e)!, e.Reason == PdfRefusal.Pin);
        }
    }
}
