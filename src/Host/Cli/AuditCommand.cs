using System.CommandLine;
using DoanKet.Kernel.Audit;

namespace DoanKet.Host.Cli;

internal static class AuditCommand
{
    public static Command Build(Option<string?> data)
    {
        var json = new Option<bool>("--json")
        {
            Description = "In một đối tượng JSON: {\"entries\":n,\"ok\":true|false,\"firstBroken\":…}",
        };
        var verify = new Command("verify", "Kiểm tra chuỗi băm của nhật ký; mã thoát 2 khi có dòng bị sửa") { json };
        verify.TreatUnmatchedTokensAsErrors = false;
        verify.SetAction(
            (parse, ct) =>
                Services.RunAsync(
                    parse.GetValue(data),
                    [.. parse.UnmatchedTokens],
                    async services =>
                    {
                        var verdict = await services.GetRequiredService<VerifyAudit>().HandleAsync(ct);
                        Console.WriteLine(
                            parse.GetValue(json)
                                ? Json.Line(
                                    new
                                    {
                                        entries = verdict.Entries,
                                        ok = verdict.Ok,
                                        firstBroken = verdict.FirstBroken,
                                    }
                                )
                            : verdict.Ok ? $"Nhật ký nguyên vẹn: {verdict.Entries} dòng."
                            : $"Nhật ký bị sửa từ dòng {verdict.FirstBroken}; hãy khôi phục từ bản sao lưu và báo người phụ trách an toàn "
                                + "thông tin."
                        );
                        return verdict.Ok ? 0 : 2;
                    }
                )
        );
        return new("audit", "Nhật ký") { verify };
    }
}
