using System.CommandLine;
using DoanKet.Pades;

namespace DoanKet.Modules.Signing.Commands;

/// <summary><c>doanket trust-store</c>: publishes the roots of a folder in one signed file.</summary>
internal static class TrustStoreVerb
{
    /// <summary>Exit code where nothing was written.</summary>
    private const int Refused = 2;

    public static Command Build()
    {
        var folder = new Argument<DirectoryInfo>("DIR") { Description = "Thư mục chứng thư gốc (PEM, DER); thư mục con là nhãn" };
        var output = new Argument<FileInfo>("OUT") { Description = "Tệp kho đã ký" };
        var key = new Option<FileInfo>("--p12") { Description = "Khóa của nơi phát hành: tệp PKCS#12", Required = true };
        var password = new Option<FileInfo>("--password-file") { Description = "Tệp chứa mật khẩu của khóa", Required = true };
        var command = new Command("trust-store", "Ký một kho chứng thư gốc để phát hành") { folder, output, key, password };
        command.SetAction(
            async (parse, ct) =>
            {
                try
                {
                    var secret = await SignVerb.ReadSecretAsync(parse.GetRequiredValue(password), ct);
                    using var signer = Pkcs12Key.Open(await File.ReadAllBytesAsync(parse.GetRequiredValue(key).FullName, ct), secret);
                    var roots = TrustStore.FromDirectory(parse.GetRequiredValue(folder).FullName).ToRoots();
                    if (roots.Count == 0)
                        throw new ArgumentException("Thư mục không có chứng thư nào.");
                    var file = await TrustStoreFile.WriteAsync(roots, TimeProvider.System.GetUtcNow(), signer, ct);
                    await File.WriteAllBytesAsync(parse.GetRequiredValue(output).FullName, file, ct);
                    var publisher = signer.Certificates[0].GetCertHashString(System.Security.Cryptography.HashAlgorithmName.SHA256);
                    await parse.InvocationConfiguration.Output.WriteLineAsync(
                        $"{roots.Count} chứng thư; mã của nơi phát hành: {publisher}"
                    );
                    return 0;
                }
                catch (Exception failure) when (Refusal.Explain(failure) is { } why)
                {
                    await parse.InvocationConfiguration.Error.WriteLineAsync(why);
                    return Refused;
                }
            }
        );
        return command;
    }
}
