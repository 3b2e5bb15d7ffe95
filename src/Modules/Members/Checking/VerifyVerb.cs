using System.CommandLine;
using DoanKet.CardTokens;
using DoanKet.Kernel;

namespace DoanKet.Modules.Members.Checking;

/// <summary><c>doanket cards verify</c>: needs no data folder and no network.</summary>
internal static class VerifyVerb
{
    /// <summary>Exit code where nothing could be judged.</summary>
    private const int NotJudged = 2;

    public static Command Build()
    {
        var token = new Argument<string>("TOKEN") { Description = "Chữ trong mã QR của thẻ: mã đã ký, hoặc cả địa chỉ" };
        var key = new Option<string>("--key") { Description = "Khóa công khai: tệp PEM, hoặc chính khóa", Required = true };
        var revoked = new Option<FileInfo?>("--revoked") { Description = "Danh sách thẻ hết hiệu lực đã tải về" };
        var json = new Option<bool>("--json") { Description = "In một đối tượng JSON: valid, card, issued, revoked, listFrom, reason" };
        var command = new Command("verify", "Kiểm tra mã của một thẻ đoàn viên, không cần mạng") { token, key, revoked, json };
        command.SetAction(
            async (parse, ct) =>
            {
                var output = parse.InvocationConfiguration.Output;
                var keyText = parse.GetValue(key)!;
                var pem = File.Exists(keyText) ? await File.ReadAllTextAsync(keyText, ct) : keyText;
                if (!CardPublicKey.TryRead(pem, out var published))
                    return await RefuseAsync(parse, "Đây không phải khóa công khai của thẻ.");
                RevokedCards? list = null;
                if (parse.GetValue(revoked) is { } file)
                {
                    list = file.Exists ? RevokedCards.Read(await File.ReadAllTextAsync(file.FullName, ct), published) : null;
                    if (list is null)
                        return await RefuseAsync(parse, "Danh sách thẻ hết hiệu lực không đọc được hoặc chữ ký sai; hãy tải lại.");
                }
                var verdict = Verdict.Of(parse.GetValue(token)!, published, list);
                await output.WriteLineAsync(parse.GetValue(json) ? VerbJson.Line(verdict) : verdict.Sentence);
                return 0;
            }
        );
        return new("cards", "Thẻ đoàn viên") { command };
    }

    private static async Task<int> RefuseAsync(ParseResult parse, string why)
    {
        await parse.InvocationConfiguration.Error.WriteLineAsync(why);
        return NotJudged;
    }

    /// <param name="Revoked">Null where no list was given.</param>
    /// <param name="ListFrom">When the list was made, UTC.</param>
    private sealed record Verdict(bool Valid, string Card, DateOnly? Issued, bool? Revoked, DateTime? ListFrom, string Reason)
    {
        public string Sentence =>
            Valid
                ? $"Hợp lệ: thẻ {CardCode.Show(Card)}{(Issued is { } day ? $", cấp ngày {day:dd/MM/yyyy}" : ", trên điện thoại")}"
                : $"Không hợp lệ: {Reason}";

        public static Verdict Of(string token, CardPublicKey key, RevokedCards? list)
        {
            var shown = key.TryVerifyPhone(token, out var onPhone);
            if (!key.TryVerify(token, out var card) && !shown)
                return new(false, "", null, null, list?.At, "chữ ký sai hoặc mã bị đổi");
            var code = card?.Code ?? onPhone!.Code;
            var isRevoked = list?.Codes.Contains(code);
            var reason =
                isRevoked is true ? "thẻ hết hiệu lực"
                : onPhone?.IsFresh(TimeProvider.System.UtcDateTime()) is false ? "mã trên điện thoại đã cũ, có thể là ảnh chụp màn hình"
                : "";
            return new(reason.Length == 0, code, card?.IssuedOn, isRevoked, list?.At, reason);
        }
    }
}
