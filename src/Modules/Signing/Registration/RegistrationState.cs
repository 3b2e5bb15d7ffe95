using DoanKet.Ui.Parts;

namespace DoanKet.Modules.Signing.Registration;

/// <summary>What a certificate is for.</summary>
internal enum CertificateUse
{
    /// <summary>An officer's own signature.</summary>
    Person = 0,

    /// <summary>The unit's seal.</summary>
    Seal = 1,
}

/// <summary>Where a registration stands.</summary>
internal enum RegistrationState
{
    /// <summary>Waits for the unit with which it lies to check it.</summary>
    Waiting = 0,

    /// <summary>Went back to the unit that asked.</summary>
    Returned = 1,

    /// <summary>Was sent to the issuer of certificates.</summary>
    WithIssuer = 2,

    Issued = 3,

    /// <summary>The unit took it back.</summary>
    Withdrawn = 4,

    /// <summary>The certificate counts no more.</summary>
    Revoked = 5,
}

internal static class RegistrationNames
{
    public static string Name(this CertificateUse use) => use == CertificateUse.Seal ? "Con dấu của đơn vị" : "Chữ ký cá nhân";

    public static string Name(this RegistrationState state) =>
        state switch
        {
            RegistrationState.Waiting => "Chờ kiểm tra",
            RegistrationState.Returned => "Trả lại, cần bổ sung",
            RegistrationState.WithIssuer => "Đã gửi nơi cấp",
            RegistrationState.Issued => "Đã cấp",
            RegistrationState.Withdrawn => "Đã rút",
            _ => "Đã thu hồi",
        };

    public static BadgeKind Badge(this RegistrationState state) =>
        state switch
        {
            RegistrationState.Waiting => BadgeKind.Waiting,
            RegistrationState.Returned => BadgeKind.Returned,
            RegistrationState.WithIssuer => BadgeKind.Info,
            RegistrationState.Issued => BadgeKind.Done,
            RegistrationState.Withdrawn => BadgeKind.Neutral,
            _ => BadgeKind.Late,
        };
}
