using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using DoanKet.Pades.Cms;
using DoanKet.Pades.Reading;
using DoanKet.Pades.Writing;

namespace DoanKet.Pades;

/// <summary>
/// The first half of signing: all is decided but the signature's value, so that a key somewhere else may sign <see cref="HashToSign"/>
/// later and give the value to <see cref="Complete"/>.
/// </summary>
public sealed class PreparedSignature
{
    private const int LeastRoom = 8 * 1024;
    private const int TimeStampRoom = 10 * 1024;

    private static readonly JsonSerializerOptions KeptOptions = new()
    {
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
    };

    private readonly PreparedUpdate _update;
    private readonly CmsParts _parts;

    private PreparedSignature(PreparedUpdate update, CmsParts parts, string fieldName) =>
        (_update, _parts, FieldName) = (update, parts, fieldName);

    public string FieldName { get; }

    /// <summary>What the key signs: the hash of the signed attributes, which hold the hash of the document.</summary>
    public byte[] HashToSign => Digests.Hash(_parts.Hash, _parts.SignedAttributes);

    /// <summary>What <see cref="HashToSign"/> is the hash of, for a key's place that wants to know what it signs (<see
    /// cref="SignatureStatement"/>).</summary>
    public byte[] SignedAttributes => _parts.SignedAttributes;

    /// <summary>To be kept until the value comes; read again by <see cref="FromBytes"/>. Believed when it is read, so keep it where
    /// nobody else writes.</summary>
    public byte[] ToBytes() =>
        JsonSerializer.SerializeToUtf8Bytes(
            new Kept(
                FieldName,
                _update.OriginalLength,
                _update.Appended,
                _update.ContentsAt,
                _update.ContentsLength,
                _parts.Hash.Name!,
                _parts.Scheme,
                _parts.SignedAttributes,
                _parts.Certificates
            ),
            KeptOptions
        );

    /// <exception cref="PdfFormatException">These are other bytes than <see cref="ToBytes"/> gave.</exception>
    public static PreparedSignature FromBytes(ReadOnlySpan<byte> bytes)
    {
        try
        {
            var kept = JsonSerializer.Deserialize<Kept>(bytes, KeptOptions) ?? throw new JsonException();
            return new(
                new(kept.OriginalLength, kept.Appended, kept.ContentsAt, kept.ContentsLength),
                new(new(kept.Hash), kept.Scheme, kept.SignedAttributes, kept.Certificates),
                kept.FieldName
            );
        }
        catch (JsonException)
        {
            throw new PdfFormatException("This is no prepared signature");
        }
    }

    /// <param name="room">Bytes for the signature's value; null makes an estimate.</param>
    /// <exception cref="PdfFormatException">The file is broken.</exception>
    /// <exception cref="PdfRefusedException">It may not be signed so.</exception>
    public static PreparedSignature Prepare(PdfSource source, IKeyDescription key, SigningOptions options, int? room = null)
    {
        var certificates = key.Certificates.Select(certificate => certificate.RawData).ToList();
        var file = PdfFile.Open(source, options.Password);
        var fields = new FormFields(file).Read();
        var existing = options.FieldName is { } wanted ? fields.FirstOrDefault(field => field.Name == wanted) : null;
        var name = options.FieldName ?? FieldNames.Free(fields, "Signature");
        CheckField(file, existing, name);
        SigningPermission.Check(file, fields, existing, name, options);
        var update = new IncrementalUpdate(file);
        var reserved = room ?? Estimate(certificates, options);
        // A field that waits says itself what its signature locks.
        var fieldLock = existing is null ? TextFields.LockOf(options.FieldTexts) : file.Dictionary(existing.Dictionary["Lock"]);
        var dictionary = SignatureDictionary.ForSignature(options, reserved, fieldLock);
        var signature = update.Add(dictionary.Value);
        var form = new FormUpdate(update);
        var texts = new TextFields(update, form);
        texts.LayOut(fields.Select(field => field.Name).Prepend(name), options.NewTextFields);
        texts.Fill(fields, options.FieldTexts);
        if (existing is null)
            form.AddSignature(name, signature, options.Look, fieldLock);
        else
            form.FillSignature(fields, existing, signature, options.Look);
        var prepared = PreparedUpdate.From(update, dictionary);
        var digest = prepared.HashOf(source, key.Hash);
        var attributes = CmsWriter.SignedAttributes(key.Certificates[0], digest);
        return new(prepared, new(key.Hash, key.Scheme, attributes, certificates), name);
    }

    /// <returns>A token over the signature's value, for <see cref="Complete"/>.</returns>
    /// <exception cref="TimeStampFailedException">The server does not answer, or not as it should.</exception>
    public Task<byte[]> StampAsync(ITimeStampSource timeStamps, byte[] signature, CancellationToken ct = default) =>
        timeStamps.StampAsync(Digests.Hash(_parts.Hash, signature), _parts.Hash, ct);

    /// <summary>Checks the value, and says what to append to the file.</summary>
    /// <param name="timeStamp">A token over the value; null for none.</param>
    /// <exception cref="PdfRefusedException">The value was not made by the key of the certificate over <see cref="HashToSign"/>, or is
    /// too long.</exception>
    public byte[] Complete(byte[] signature, byte[]? timeStamp = null)
    {
        Check(signature);
        return Fill(signature, timeStamp);
    }

    internal byte[] Fill(byte[] signature, byte[]? timeStamp) => _update.Fill(CmsWriter.SignedData(_parts, signature, timeStamp));

    /// <summary>A value from somewhere else is never believed.</summary>
    internal void Check(byte[] signature)
    {
        if (!IsRight(signature))
            throw new PdfRefusedException(PdfRefusal.Key, "The signature does not fit the certificate.");
    }

    /// <summary>Whether the key of the certificate made this value over <see cref="HashToSign"/>.</summary>
    internal bool IsRight(byte[] signature)
    {
        using var certificate = X509CertificateLoader.LoadCertificate(_parts.Certificates[0]);
        var hash = HashToSign;
        return new SignatureMethod(_parts.Scheme, _parts.Hash, _parts.Hash, hash.Length).IsRight(certificate, hash, signature);
    }

    private static void CheckField(PdfFile file, FormField? existing, string name)
    {
        if (existing is { IsSignature: false })
            throw new PdfRefusedException(PdfRefusal.Place, $"The field {name} is no signature field.");
        if (existing is not null && file.Resolve(existing.Value) is not null)
            throw new PdfRefusedException(PdfRefusal.Place, $"The field {name} is already signed.");
        if (existing is null && (name.Length is 0 or > 200 || name.Contains('.', StringComparison.Ordinal)))
            throw new PdfRefusedException(PdfRefusal.Place, "The name of a new field has 1 to 200 letters and no dot.");
    }

    private static int Estimate(List<byte[]> certificates, SigningOptions options)
    {
        var needed = 2048 + certificates.Sum(certificate => certificate.Length);
        if (options.Level > PadesLevel.B)
            needed += TimeStampRoom;
        return Math.Max(LeastRoom, needed * 5 / 4);
    }

    private sealed record Kept(
        string FieldName,
        long OriginalLength,
        byte[] Appended,
        long ContentsAt,
        int ContentsLength,
        string Hash,
        SignatureScheme Scheme,
        byte[] SignedAttributes,
        IReadOnlyList<byte[]> Certificates
    );
}
