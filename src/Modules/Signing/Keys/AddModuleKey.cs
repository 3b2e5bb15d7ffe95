using System.Security.Cryptography;
using DoanKet.Kernel.Audit;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Pades;

namespace DoanKet.Modules.Signing.Keys;

/// <summary>
/// Takes the certificate of a key in the server's security module in for a unit; whoever knows its PIN proves it by a signature.
/// </summary>
internal sealed class AddModuleKey(Work work, ServerModule module, AddKey addKey, AuditTrail audit)
{
    /// <param name="holder">A unit whose seal the signed-in person keeps.</param>
    /// <param name="fingerprint">SHA-256 of the certificate, hexadecimal.</param>
    public async Task<Result<Guid>> HandleAsync(KeyHolder holder, string? fingerprint, string? pin, CancellationToken ct)
    {
        try
        {
            var found = module
                .Certificates()
                .FirstOrDefault(one => one[0].GetCertHashString(HashAlgorithmName.SHA256) == fingerprint?.ToUpperInvariant());
            if (found is null)
                return Result<Guid>.Fail("Hãy chọn một chứng thư trong thiết bị.");
            if (string.IsNullOrEmpty(pin))
                return Result<Guid>.Fail("Hãy nhập mã PIN của thiết bị.", "Pin");
            using (var key = await module.EnterAsync(ct))
            {
                key.Open(found[0].RawData, pin);
                var hash = CryptographicOperations.HashData(key.Hash, RandomNumberGenerator.GetBytes(32));
                if (!KeyDescription.Of(found).IsRight(hash, await key.SignHashAsync(hash, ct)))
                    return Result<Guid>.Fail("Khóa trong thiết bị không khớp với chứng thư.");
            }
            return await addKey.FromElsewhereAsync(holder, new(KeyPlace.Module, found), ct);
        }
        catch (PdfRefusedException e)
        {
            await NoteAsync(holder, e, ct);
            return Result<Guid>.Fail(Refusal.Explain(e)!, e.Reason == PdfRefusal.Pin ? "Pin" : "");
        }
    }

    private Task<Result> NoteAsync(KeyHolder holder, PdfRefusedException failure, CancellationToken ct) =>
        work.RunAsync(
            () =>
            {
                if (failure.Reason == PdfRefusal.Pin)
                    audit.Record(
                        "signing.key-refused",
                        holder.UnitId!.Value,
                        "Sai mã PIN của thiết bị bảo mật khi đăng ký chứng thư cơ quan"
                    );
                return Task.FromResult(Result.Success);
            },
            ct
        );
}
