namespace DoanKet.Pades;

/// <summary>How far a signature came.</summary>
/// <param name="Level">Lower than asked for where a server failed.</param>
/// <param name="Warnings">Why, in English; empty where all went well.</param>
public sealed record SigningResult(string FieldName, PadesLevel Level, IReadOnlyList<string> Warnings);

/// <summary>
/// Signs PDF files by appending to them: the file that comes in is the beginning of the one that goes out, byte for byte.
/// </summary>
public sealed class PdfSigner(ISigningKey key)
{
    /// <param name="output">Gets the whole file. Nothing is written to it unless the signature was made.</param>
    /// <exception cref="PdfFormatException">The file is broken.</exception>
    /// <exception cref="PdfRefusedException">It may not be signed so, or the key refuses.</exception>
    public async Task<SigningResult> SignAsync(PdfSource input, Stream output, SigningOptions options, CancellationToken ct = default)
    {
        var warnings = new List<string>();
        var prepared = PreparedSignature.Prepare(input, key, options);
        var signature = await key.SignHashAsync(prepared.HashToSign, ct);
        prepared.Check(signature);
        var timeStamp = options.Level == PadesLevel.B ? null : await StampAsync(options, prepared, signature, warnings, ct);
        byte[] appended;
        try
        {
            appended = prepared.Fill(signature, timeStamp);
        }
        catch (PdfRefusedException refused) when (refused.Reason == PdfRefusal.Room)
        {
            (appended, timeStamp) = await SignAgainAsync(input, options, signature, timeStamp, ct);
        }
        var signed = new JoinedSource(input, appended);
        var level = timeStamp is null ? PadesLevel.B : PadesLevel.T;
        if (level < options.Level && timeStamp is not null)
            (signed, level) = await new LongTermArchive(options).RaiseAsync(signed, key.Certificates, timeStamp, warnings, ct);
        await signed.CopyToAsync(output, ct);
        return new(prepared.FieldName, level, warnings);
    }

    /// <summary>Once more with as much room as was needed; what is signed changes with the room, so the key signs again.</summary>
    private async Task<(byte[] Appended, byte[]? TimeStamp)> SignAgainAsync(
        PdfSource input,
        SigningOptions options,
        byte[] signature,
        byte[]? timeStamp,
        CancellationToken ct
    )
    {
        var room = 2 * (signature.Length + (timeStamp?.Length ?? 0) + key.Certificates.Sum(c => c.RawData.Length) + 4096);
        var prepared = PreparedSignature.Prepare(input, key, options, room);
        signature = await key.SignHashAsync(prepared.HashToSign, ct);
        prepared.Check(signature);
        timeStamp = timeStamp is null ? null : await StampAsync(options, prepared, signature, [], ct);
        return (prepared.Fill(signature, timeStamp), timeStamp);
    }

    private static async Task<byte[]?> StampAsync(
        SigningOptions options,
        PreparedSignature prepared,
        byte[] signature,
        List<string> warnings,
        CancellationToken ct
    )
    {
        if (options.TimeStamps is null)
        {
            warnings.Add("No time-stamp server was named.");
            return null;
        }
        try
        {
            return await prepared.StampAsync(options.TimeStamps, signature, ct);
        }
        catch (TimeStampFailedException failure)
        {
            warnings.Add(failure.Message);
            return null;
        }
    }
}
