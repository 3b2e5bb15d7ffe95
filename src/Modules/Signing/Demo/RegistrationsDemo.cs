using System.Security.Cryptography.X509Certificates;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Files;
using DoanKet.Kernel.Modules;
using DoanKet.Kernel.Persistence;
using DoanKet.Modules.Signing.Registration;
using DoanKet.PaperForms;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Signing.Demo;

/// <summary>Two registrations of a district: one waits to be checked, one has its certificate.</summary>
internal sealed class RegistrationsDemo(
    UnionDb db,
    UserContext user,
    DemoActor actor,
    AskForCertificate ask,
    MoveRegistration move,
    RecordCertificate record,
    FileVault vault,
    TimeProvider time
) : IDemoPart
{
    private const string Clerk = "vanthu",
        Leader = "lanhdao";

    /// <summary>Behind the certificates.</summary>
    public int Order => 46;

    public async Task GenerateAsync(DemoContext demo, CancellationToken ct)
    {
        // Those of the first district: "vanthu.h01", "lanhdao.h01".
        var clerk = demo.Accounts.FirstOrDefault(a => a.UserName.StartsWith(Clerk + ".", StringComparison.Ordinal));
        var head = demo.Accounts.FirstOrDefault(a => a.UserName.StartsWith(Leader + ".", StringComparison.Ordinal));
        if (clerk is null || head is null)
            return;
        await actor.BecomeAsync(clerk.UserName, ct);
        var leader = await db.Users.Where(a => a.UserName == head.UserName).Select(a => a.Id).FirstAsync(ct);
        var person = DemoActor.Done(await ask.HandleAsync(new(CertificateUse.Person, leader, "", "", ""), [await PaperAsync(ct)], ct));
        DemoActor.Done(await ask.HandleAsync(new(CertificateUse.Seal, null, "", "", ""), [await PaperAsync(ct)], ct));
        await actor.BecomeAsync(Clerk, ct);
        DemoActor.Done(await move.SendOutAsync(person, "nơi cấp trình diễn", ct));
        using var certificates = new DemoCertificates(time.GetUtcNow());
        DemoActor.Done(await record.HandleAsync(person, certificates.Root.Export(X509ContentType.Cert), new("", "", null, null), ct));
        actor.Leave();
    }

    private async Task<GivenPaper> PaperAsync(CancellationToken ct)
    {
        using var paper = new MemoryStream();
        new LetterPaper
        {
            Issuer = user.Required.Unit!.Name,
            Number = "Số: ……/ĐN",
            PlaceAndDay = "……, ngày … tháng … năm …",
            Kind = "Giấy đề nghị",
            Subject = "Cấp chứng thư số (trình diễn)",
            Paragraphs = ["Đề nghị cấp chứng thư số. Giấy này do phần mềm sinh ra, không có giá trị."],
        }.Write(paper);
        paper.Position = 0;
        return new((await vault.SaveAsync(paper, ct)).Value, "giay-de-nghi.pdf");
    }
}
