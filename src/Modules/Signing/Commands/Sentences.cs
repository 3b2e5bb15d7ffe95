using DoanKet.Pades;

namespace DoanKet.Modules.Signing.Commands;

/// <summary>Verdicts in plain Vietnamese.</summary>
internal static class Sentences
{
    public static IEnumerable<string> Of(VerificationReport report)
    {
        yield return Of(report.Overall) + (report.Problem is null ? "" : $" ({report.Problem})");
        foreach (var signature in report.Signatures.Concat(report.TimeStamps))
        {
            var kind = signature.IsTimeStamp ? "Dấu thời gian" : "Chữ ký";
            var time = signature.Time is { } at ? $", {at.ToOffset(TimeSpan.FromHours(7)):dd/MM/yyyy HH:mm:ss}" : "";
            yield return $"{kind} {signature.Field}: {signature.Signer}{time}. {Of(signature)}";
            foreach (var note in signature.Notes)
                yield return $"  - {note}";
        }
    }

    private static string Of(OverallVerdict verdict) =>
        verdict switch
        {
            OverallVerdict.Valid => "Hợp lệ: mọi chữ ký đúng, người ký được tin cậy, nội dung không bị sửa.",
            OverallVerdict.Warning => "Cần xem lại: chữ ký đúng, nhưng sau khi ký có ghi chú được thêm vào trang.",
            OverallVerdict.Invalid => "Không hợp lệ: có chữ ký sai, hoặc tệp không còn là văn bản đã ký.",
            OverallVerdict.Indeterminate => "Chưa kết luận được: chưa biết có tin được người ký không.",
            _ => "Tệp không có chữ ký số.",
        };

    private static string Of(SignatureReport signature) =>
        $"{Of(signature.Crypto)}; {Of(signature.Coverage)}; {Of(signature.Changes)}; {Of(signature.Trust)}.";

    private static string Of(CryptoVerdict verdict) =>
        verdict switch
        {
            CryptoVerdict.Valid => "Giá trị ký đúng",
            CryptoVerdict.Invalid => "Giá trị ký sai",
            _ => "Kiểu chữ ký chưa kiểm tra được",
        };

    private static string Of(Coverage coverage) =>
        coverage switch
        {
            Coverage.Whole => "phủ toàn bộ tệp",
            Coverage.Partial => "phủ toàn bộ tệp lúc ký",
            _ => "không phủ hết tệp lúc ký",
        };

    private static string Of(LaterChanges changes) =>
        changes switch
        {
            LaterChanges.None => "không có thay đổi nào sau khi ký",
            LaterChanges.Extension => "sau đó chỉ thêm dữ liệu kiểm tra chữ ký",
            LaterChanges.Form => "sau đó có chữ ký khác hoặc điền vào ô trống",
            LaterChanges.Annotation => "sau đó có ghi chú trên trang",
            _ => "sau đó nội dung bị sửa",
        };

    private static string Of(TrustVerdict trust) =>
        trust switch
        {
            TrustVerdict.Trusted => "chứng thư được tin cậy",
            TrustVerdict.Untrusted => "chứng thư không thuộc nơi cấp được tin cậy",
            TrustVerdict.Revoked => "chứng thư đã bị thu hồi trước khi ký",
            TrustVerdict.Expired => "chứng thư ngoài thời hạn",
            _ => "chưa kiểm tra nơi cấp chứng thư",
        };
}
