using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using DoanKet.Kernel;
using DoanKet.Kernel.Modules;
using DoanKet.Kernel.Persistence;
using DoanKet.Modules.Signing.Keys;
using DoanKet.Modules.Signing.Trust;

namespace DoanKet.Modules.Signing.Demo;

/// <summary>Certificates for the leader, the head of a board and the office of the demonstration, with a root that is worth
/// nothing.</summary>
internal sealed class SigningDemo(UnionDb db, DemoActor actor, AddKey add, ChangeKey change, TimeProvider time) : IDemoPart
{
    private const string Clerk = "vanthu";

    private static readonly string[] Signers = ["lanhdao", "truongban"];

    /// <summary>For the demonstration alone: a real seal is measured.</summary>
    private const int SealWidth = 36;

    /// <summary>Before the documents, some of which are signed.</summary>
    public int Order => 45;

    public async Task GenerateAsync(DemoContext demo, CancellationToken ct)
    {
        if (demo.Accounts.FirstOrDefault(account => account.UserName == Clerk) is not { } clerk)
            return;
        using var certificates = new DemoCertificates(time.GetUtcNow());
        foreach (var signer in demo.Accounts.Where(account => Signers.Contains(account.UserName)))
        {
            var person = await actor.BecomeAsync(signer.UserName, ct);
            await AddAsync(
                KeyHolder.Person(person.AccountId),
                certificates.Issue(person.FullName, person.Unit!.Name, signer.Password),
                signer.Password,
                DemoPictures.Signature(demo.Random),
                ct
            );
        }
        var office = (await actor.BecomeAsync(Clerk, ct)).Unit!;
        await AddAsync(
            KeyHolder.Unit(office.Id),
            certificates.Issue(office.Name, office.Name, clerk.Password),
            clerk.Password,
            DemoPictures.Seal(),
            ct
        );
        await TrustAsync(certificates, ct);
        demo.Say($"Chứng thư số trình diễn của lanhdao, truongban và của cơ quan (vanthu): mật khẩu {clerk.Password}");
        actor.Leave();
    }

    private async Task AddAsync(KeyHolder holder, byte[] file, string password, byte[] picture, CancellationToken ct)
    {
        DemoActor.Done(await add.HandleAsync(holder, file, password, ct));
        DemoActor.Done(await change.DrawAsync(holder, picture, SealWidth, ct));
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
}
