using DoanKet.Contracts.Signing;
using DoanKet.Kernel;
using DoanKet.Pades;
using DoanKet.Ui.Parts;

namespace DoanKet.Modules.Signing.Checking;

/// <summary>
/// Verdicts in plain Vietnamese, with all that TT 15/2025/TT-BKHCN, điều 6 asks to be shown: who, by whom certified, when, whole or
/// not, valid when signed.
/// </summary>
internal static class Verdicts
{
    /// <summary>Characters; whoever signs may have written a book there.</summary>
    private const int MostReason = 200;

    public static VerdictKind Kind(OverallVerdict verdict) =>
        verdict switch
        {
            OverallVerdict.Valid => VerdictKind.Good,
            OverallVerdict.Invalid => VerdictKind.Bad,
            _ => VerdictKind.Unsure,
        };

    public static SignatureVerdict Of(OverallVerdict verdict) =>
        verdict switch
        {
            OverallVerdict.Valid => SignatureVerdict.Valid,
            OverallVerdict.Warning => SignatureVerdict.Warning,
            OverallVerdict.Invalid => SignatureVerdict.Invalid,
            OverallVerdict.Indeterminate => SignatureVerdict.Indeterminate,
            _ => SignatureVerdict.NoSignature,
        };

    public static string Title(SignatureVerdict verdict) =>
        verdict switch
        {
            SignatureVerdict.Valid => "Chữ ký hợp lệ",
            SignatureVerdict.Warning => "Chữ ký đúng, cần xem lại",
            SignatureVerdict.Invalid => "Chữ ký không hợp lệ",
            SignatureVerdict.Indeterminate => "Chưa kết luận được",
            _ => "Tệp không có chữ ký số",
        };

    public static CheckedSignature Of(SignatureFinding signature) =>
        new(
            (signature.IsTimeStamp ? "Dấu thời gian của " : "Chữ ký của ")
                + (signature.Signer.Length > 0 ? signature.Signer : "người không rõ"),
            signature.Signer,
            [.. Sentences(signature)],
            [.. Facts(signature).Select(fact => KeyValuePair.Create(fact.Name, fact.Value))],
            signature.Notes
        );

    public static string Advice(FileFindings report) =>
        report.Overall switch
        {
            OverallVerdict.Valid => "Mọi chữ ký đúng, người ký được tin cậy, nội dung không bị sửa sau khi ký.",
            OverallVerdict.Warning => "Sau khi ký có ghi chú được thêm vào trang. Hãy mở tệp và xem ghi chú đó trước khi dùng.",
            OverallVerdict.Invalid when report.Problem is not null =>
                "Tệp hỏng hoặc bị sửa đến mức không đọc được theo chuẩn. Hãy xin nơi gửi gửi lại tệp gốc.",
            OverallVerdict.Invalid => "Đừng dùng tệp này như văn bản đã ký. Hãy xin nơi gửi gửi lại tệp gốc.",
            OverallVerdict.Indeterminate when report.Problem is not null =>
                "Tệp có mật khẩu nên chưa đọc được. Hãy xin tệp không đặt mật khẩu.",
            OverallVerdict.Indeterminate =>
                "Chữ ký khớp với tệp, nhưng chưa biết có tin được người ký không: nơi cấp chứng thư không có trong danh sách được tin, "
                    + "chứng thư quá hạn, hoặc cách ký quá yếu. Xem từng chữ ký dưới đây.",
            _ => "Đây có thể là bản chụp hoặc bản chưa ký. Hãy hỏi nơi gửi.",
        };

    public static IEnumerable<string> Sentences(SignatureFinding signature)
    {
        if (signature.Organisation.Length > 0 && !signature.IsTimeStamp)
            yield return $"Tổ chức ghi trong chứng thư: {signature.Organisation}.";
        if (signature.Reason is { Length: > 0 } reason)
            yield return $"Người ký ghi: {reason.Shortened(MostReason)}.";
        if (signature.Time is { } time)
            yield return $"Ký lúc {time.UtcDateTime.Show()}, {Of(signature.TimeSource)}.";
        yield return Of(signature.Crypto);
        if (signature.Coverage == Coverage.Broken)
            yield return "Chữ ký không phủ hết tệp lúc ký: có phần chưa được ký.";
        yield return Of(signature.Changes);
        if (signature.IsForbiddenChange)
            yield return "Chữ ký này không cho phép thay đổi đó.";
        yield return Of(signature.Trust, signature.TrustLabel);
        if (signature.IsWeak)
            yield return "Cách ký quá yếu so với yêu cầu hiện nay.";
    }

    /// <summary>Names and values for whoever wants to know exactly.</summary>
    private static IEnumerable<(string Name, string Value)> Facts(SignatureFinding signature)
    {
        yield return ("Ô chữ ký", signature.Field);
        if (signature.Algorithm.Length > 0)
            yield return ("Thuật toán", signature.Algorithm);
        if (!signature.IsTimeStamp)
            yield return ("Mức PAdES", signature.Level is { } level ? $"B-{level}" : "dưới mức B");
        if (signature.Certificate is not { } certificate)
            yield break;
        yield return ("Chủ chứng thư", certificate.Subject);
        yield return ("Nơi cấp", certificate.Issuer);
        yield return ("Số chứng thư", certificate.Number);
        yield return ("Thời hạn", $"{certificate.From.Show()} đến {certificate.Until.Show()}");
    }

    private static string Of(TimeSource source) =>
        source == TimeSource.Tsa ? "có dấu thời gian của bên thứ ba" : "theo đồng hồ của người ký";

    private static string Of(CryptoVerdict verdict) =>
        verdict switch
        {
            CryptoVerdict.Valid => "Chữ ký đúng với tệp.",
            CryptoVerdict.Invalid => "Chữ ký không khớp với tệp: nội dung đã bị sửa hoặc chữ ký là giả.",
            _ => "Kiểu chữ ký này chưa kiểm tra được.",
        };

    private static string Of(LaterChanges changes) =>
        changes switch
        {
            LaterChanges.None => "Sau khi ký không có thay đổi nào.",
            LaterChanges.Extension => "Sau khi ký chỉ thêm dữ liệu để kiểm tra chữ ký.",
            LaterChanges.Form => "Sau đó có chữ ký khác hoặc điền vào ô để trống; nội dung đã ký giữ nguyên.",
            LaterChanges.Annotation => "Sau đó có ghi chú được thêm, sửa hoặc bỏ trên trang.",
            _ => "Sau khi ký nội dung tệp đã bị thay đổi.",
        };

    private static string Of(TrustVerdict trust, string label) =>
        trust switch
        {
            TrustVerdict.Trusted => $"Chứng thư được tin cậy: {label}.",
            TrustVerdict.Untrusted => "Nơi cấp chứng thư không có trong danh sách được tin.",
            TrustVerdict.Revoked => "Chứng thư đã bị thu hồi trước khi ký.",
            TrustVerdict.Expired => "Chứng thư ngoài thời hạn, và không có dấu thời gian chứng minh đã ký trong hạn.",
            _ => "Chưa kiểm tra nơi cấp chứng thư.",
        };
}
