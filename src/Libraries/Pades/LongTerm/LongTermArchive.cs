using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using DoanKet.Pades.Reading;

namespace DoanKet.Pades;

/// <summary>Raises what is signed to the levels LT and LTA, and keeps it there: each step is one more update of the file.</summary>
public sealed class LongTermArchive
{
    private readonly SigningOptions _options;

    /// <param name="options">The level, the servers and the password count here.</param>
    public LongTermArchive(SigningOptions options) => _options = options;

    /// <summary>
    /// Adds what is known of all certificates in the file, and a time-stamp over all of it: before the last time-stamp's certificate
    /// ends or its algorithms grow weak.
    /// </summary>
    /// <exception cref="TimeStampFailedException">No time-stamp was to be had; nothing is written.</exception>
    /// <exception cref="PdfRefusedException">No server was named, or the file may not be changed.</exception>
    public async Task<SigningResult> RenewAsync(PdfSource input, Stream output, CancellationToken ct = default)
    {
        if (_options.Revocation is null || _options.TimeStamps is null)
            throw new PdfRefusedException(PdfRefusal.Key, "Renewing needs a time-stamp server and a source of revocation answers.");
        var file = PdfFile.Open(input, _options.Password);
        SigningPermission.CheckExtension(file);
        var data = new ValidationData(_options.Revocation);
        foreach (var (holder, pool) in SignersOf.All(file))
            await data.AddAsync(holder, pool, ct);
        var extended = new JoinedSource(input, SecurityStore.Extend(file, data));
        var stamped = await StampAsync(extended, ct);
        await stamped.CopyToAsync(output, ct);
        return new("", PadesLevel.LTA, Warnings(data));
    }

    internal async Task<(JoinedSource Signed, PadesLevel Level)> RaiseAsync(
        JoinedSource signed,
        IReadOnlyList<X509Certificate2> signers,
        byte[] timeStamp,
        List<string> warnings,
        CancellationToken ct
    )
    {
        if (_options.Revocation is null)
        {
            warnings.Add("No source of revocation answers was named.");
            return (signed, PadesLevel.T);
        }
        var data = new ValidationData(_options.Revocation);
        await data.AddAsync(signers[0], signers, ct);
        var token = new SignedCms();
        token.Decode(timeStamp);
        if (token.SignerInfos[0].Certificate is { } authority)
            await data.AddAsync(authority, token.Certificates.Concat(signers), ct);
        warnings.AddRange(Warnings(data));
        if (data.Missing.Count > 0)
            return (signed, PadesLevel.T);
        var store = SecurityStore.Extend(PdfFile.Open(signed, _options.Password), data);
        var extended = new JoinedSource(signed, store);
        if (_options.Level == PadesLevel.LT)
            return (extended, PadesLevel.LT);
        try
        {
            return (await StampAsync(extended, ct), PadesLevel.LTA);
        }
        catch (TimeStampFailedException failure)
        {
            warnings.Add(failure.Message);
            return (extended, PadesLevel.LT);
        }
    }

    private async Task<JoinedSource> StampAsync(JoinedSource extended, CancellationToken ct) =>
        new(extended, await DocumentTimeStamp.MakeAsync(PdfFile.Open(extended, _options.Password), _options.TimeStamps!, ct));

    private static List<string> Warnings(ValidationData data) =>
        [.. data.Missing.Select(name => $"The issuer of {name} does not say whether the certificate still counts.")];
}
