using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Modules;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Signing.Keys;
using DoanKet.Modules.Signing.Trust;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Signing.Demo;

/// <summary>Certificates for the leader, the head of a board and the office of the demonstration, with a root that is worth
/// nothing.</summary>
internal sealed class SigningDemo(UnionDb db, UserContext user, CurrentUserLoader people, AddKey add, ChangeKey change, TimeProvider time)
    : IDemoPart
{
    private const string Clerk = "vanthu";

    private static readonly string[] Signers = ["lanhdao", "truongban"];

    /// <summary>For the demonstration alone: a real seal is measured.</summary>
    private const int SealWidth = 36;

    /// <summary>Before the documents, some of which are signed.</summary>
    public int Order => 45;

    public async Task GenerateAsync(DemoContext demo, CancellationToken ct)
    {
        using var certificates = new DemoCertificates(time.GetUtcNow());
        foreach (var signer in Signers)
            if (await ActAsAsync(demo, signer, ct) is { } account)
                await AddAsync(
                    KeyHolder.Person(user.Required.AccountId),
                    certificates.Issue(account.FullName, user.Required.Unit!.Name, account.Password),
                    account.Password,
                    DemoPictures.Signature(demo.Random),
                    ct
                );
        if (await ActAsAsync(demo, Clerk, ct) is { } clerk)
        {
            var office = user.Required.Unit!;
            await AddAsync(
                KeyHolder.Unit(office.Id),
                certificates.Issue(office.Name, office.Name, clerk.Password),
                clerk.Password,
                DemoPictures.Seal(),
                ct
            );
            await TrustAsync(certificates, ct);
            demo.Say($"Chứng thư số trình diễn của lanhdao, truongban và của cơ quan (vanthu): mật khẩu {clerk.Password}");
        }
        user.Current = null;
        db.ChangeTracker.Clear();
    }

    private async Task AddAsync(KeyHolder holder, byte[] file, string password, byte[] picture, CancellationToken ct)
    {
        Done(await add.HandleAsync(holder, file, password, ct));
        Done(await change.DrawAsync(holder, picture, SealWidth, ct));
    }

    private async Task TrustAsync(DemoCertificates certificates, CancellationToken ct)
    {
        db.Add(
            new TrustedRoot
            {
                Id = Ids.New(),
                Kind = TrustKind.Government,
                Name = certificates.Root.GetNameInfo(X509NameType.SimpleName, false),
                Fingerprint = Convert.ToHexString(SHA256.HashData(certificates.Root.RawData)),
                Certificate = certificates.Root.RawData,
                Source = "Trình diễn: do phần mềm tự tạo, không có giá trị",
                AddedAt = time.UtcDateTime(),
            }
        );
        await db.SaveChangesAsync(ct);
    }

    /// <returns>Null where the demonstration has nobody of that name.</returns>
    private async Task<DemoAccount?> ActAsAsync(DemoContext demo, string userName, CancellationToken ct)
    {
        if (demo.Accounts.FirstOrDefault(account => account.UserName == userName) is not { } account)
            return null;
        var id = await db.Users.Where(a => a.UserName == userName).Select(a => a.Id).FirstAsync(ct);
        user.Current = await people.LoadAsync(id, null, ct);
        return account;
    }

    private static void Done(Result result)
    {
        if (!result.Ok)
            throw new InvalidOperationException("The demonstration could not be made: " + result.Message);
    }
}
