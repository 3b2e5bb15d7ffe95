namespace DoanKet.OfficialFormat;

/// <summary>What the format of a document says about it. Null or empty: not found, and nothing is made up for it.</summary>
public sealed record OfficialReading
{
    /// <summary>Absent while the number is still blank (Số: /BC-LĐLĐ); the notation may be there already.</summary>
    public Reading<DocumentNumber>? Number { get; init; }

    public Reading<string>? Notation { get; init; }

    public Reading<DateOnly>? IssuedOn { get; init; }

    public Reading<string>? Place { get; init; }

    /// <summary>Cơ quan ban hành, as printed.</summary>
    public Reading<string>? Issuer { get; init; }

    /// <summary>
    /// The issuer so that it can be told from others of its name: a board is that of the body above it ("BAN TUYÊN GIÁO, LIÊN ĐOÀN LAO ĐỘNG
    /// TỈNH …"); all others as they are.
    /// </summary>
    public Reading<string>? FullIssuer =>
        Issuer is not null && SuperiorBody is not null && Parts.IssuerPart.IsPartOfBody(Issuer.Value)
            ? Issuer.With($"{Issuer.Value}, {SuperiorBody.Value}", Issuer.Confidence)
            : Issuer;

    /// <summary>Cơ quan chủ quản, as printed.</summary>
    public Reading<string>? SuperiorBody { get; init; }

    public Reading<DocumentKind>? Kind { get; init; }

    /// <summary>Trích yếu, in one line and without "V/v".</summary>
    public Reading<string>? Subject { get; init; }

    public Reading<string>? SignerName { get; init; }

    /// <summary>The signer's own position: PHÓ CHỦ TỊCH.</summary>
    public Reading<string>? SignerPosition { get; init; }

    /// <summary>For whom the person signs: TM. BAN THƯỜNG VỤ, KT. CHỦ TỊCH.</summary>
    public Reading<string>? SignerAuthority { get; init; }

    public Reading<UrgencyMark>? Urgency { get; init; }

    public Reading<SecrecyMark>? Secrecy { get; init; }

    /// <summary>Days by which the text asks for something, in the order of the text.</summary>
    public IReadOnlyList<Reading<Deadline>> Deadlines { get; init; } = [];

    /// <summary>Kính gửi.</summary>
    public IReadOnlyList<Reading<string>> Addressees { get; init; } = [];

    /// <summary>Nơi nhận, the file copy (Lưu: VT) among them.</summary>
    public IReadOnlyList<Reading<string>> Recipients { get; init; } = [];
}
