using System.Text.Json;
using DoanKet.Testing;
using DoanKet.Testing.Signatures;

namespace DoanKet.Signing.Tests;

/// <summary><c>doanket sign</c> and <c>doanket verify</c>, as other programs call them.</summary>
public sealed class VerbTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("doanket-sign-");

    [Fact]
    public async Task AFileIsSignedAndVerified()
    {
        Write("roots/goc.cer", TestPki.Shared.Root.RawData);
        var (code, output, errors) = await SignAsync("--reason", "Ban hành");
        Assert.True(code == 0, output + errors);

        var (judged, json, _) = await RunningProgram.TryRunAsync(
            "verify",
            In("out.pdf"),
            "--json",
            "--trust",
            In("roots"),
            "--at",
            "2026-11-30T00:00:00Z"
        );

        Assert.Equal(0, judged);
        using var report = JsonDocument.Parse(json);
        Assert.Equal("valid", report.RootElement.GetProperty("overall").GetString());
        var signature = Assert.Single(report.RootElement.GetProperty("signatures").EnumerateArray());
        (string, string)[] expected =
        [
            ("field", "Signature1"),
            ("signer", "Người ký thử"),
            ("crypto", "valid"),
            ("coverage", "whole"),
            ("changes", "none"),
            ("trust", "trusted"),
            ("level", "B"),
            ("timeSource", "claimed"),
        ];
        Assert.All(expected, pair => Assert.Equal(pair.Item2, signature.GetProperty(pair.Item1).GetString()));
        Assert.Empty(report.RootElement.GetProperty("timestamps").EnumerateArray());
    }

    [Fact]
    public async Task AStoreIsPublishedAndUsedByItsFingerprint()
    {
        Write("roots/quoc-gia/goc.cer", TestPki.Shared.Root.RawData);
        await SignAsync();
        var (code, output, errors) = await RunningProgram.TryRunAsync(
            "trust-store",
            In("roots"),
            In("kho.xml"),
            "--p12",
            In("key.p12"),
            "--password-file",
            In("password")
        );
        Assert.True(code == 0, output + errors);
        var publisher = output.Trim().Split(' ')[^1];

        var (judged, json, _) = await VerifyAsync(publisher);
        Assert.Equal(0, judged);
        using var report = JsonDocument.Parse(json);
        Assert.Equal("valid", report.RootElement.GetProperty("overall").GetString());
        // Of somebody else it is worth nothing.
        Assert.Equal(2, (await VerifyAsync(new string('0', 64))).ExitCode);

        Task<(int ExitCode, string Output, string Errors)> VerifyAsync(string by) =>
            RunningProgram.TryRunAsync(
                "verify",
                In("out.pdf"),
                "--json",
                "--trust-file",
                In("kho.xml"),
                "--publisher",
                by,
                "--at",
                "2026-11-30T00:00:00Z"
            );
    }

    [Fact]
    public async Task ATimeStampServerThatIsDownCostsTheLevel()
    {
        var (code, output, errors) = await SignAsync("--level", "T", "--tsa", "http://127.0.0.1:9/");

        Assert.Equal(0, code);
        Assert.Contains("mức B", output, StringComparison.Ordinal);
        Assert.Contains("không phải T", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("hong", "Tệp PDF hỏng")]
    [InlineData("--level T", "--tsa")]
    [InlineData("--tsa khong", "--tsa cần")]
    [InlineData("--rect 1,2,3", "--rect")]
    public async Task WhatCannotBeSignedIsRefusedInOneLine(string what, string said)
    {
        var isBroken = what == "hong";
        var (code, _, errors) = await SignAsync(isBroken ? "%PDF-1.7"u8.ToArray() : null, isBroken ? [] : what.Split(' '));

        Assert.Equal(2, code);
        Assert.Contains(said, Assert.Single(errors.Trim().Split('\n')), StringComparison.Ordinal);
        Assert.False(File.Exists(In("out.pdf")));
        Assert.False(File.Exists(In("out.pdf.tmp")));
    }

    [Fact]
    public async Task ABrokenFileIsJudged()
    {
        Write("hong.pdf", "%PDF-1.7 hỏng"u8.ToArray());

        var (code, json, _) = await RunningProgram.TryRunAsync("verify", In("hong.pdf"), "--json");

        Assert.Equal(0, code);
        using var report = JsonDocument.Parse(json);
        Assert.Equal("invalid", report.RootElement.GetProperty("overall").GetString());
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private Task<(int ExitCode, string Output, string Errors)> SignAsync(params string[] more) => SignAsync(null, more);

    private async Task<(int ExitCode, string Output, string Errors)> SignAsync(byte[]? file, string[] more)
    {
        Write("in.pdf", file ?? new SmallPdf().Bytes());
        Write("key.p12", TestPki.Shared.Rsa12());
        Write("password", System.Text.Encoding.UTF8.GetBytes(TestPki.Password + "\n"));
        return await RunningProgram.TryRunAsync([
            "sign",
            In("in.pdf"),
            In("out.pdf"),
            "--p12",
            In("key.p12"),
            "--password-file",
            In("password"),
            .. more,
        ]);
    }

    private void Write(string name, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(In(name))!);
        File.WriteAllBytes(In(name), bytes);
    }

    private string In(string name) => Path.Combine(_folder.FullName, name);
}
