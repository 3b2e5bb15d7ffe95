namespace DoanKet.Modules.Signing.Trust;

/// <summary>The two roots as people call them.</summary>
internal static class TrustNames
{
    public static string Of(TrustKind kind) =>
        kind switch
        {
            TrustKind.National => "Chữ ký số công cộng (gốc quốc gia)",
            _ => "Chữ ký số chuyên dùng công vụ (Ban Cơ yếu Chính phủ)",
        };
}
