using DoanKet.Contracts.Desk;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Files;
using DoanKet.Kernel.Notifications;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Signing;
using DoanKet.Modules.Signing.Registration;
using DoanKet.Testing.Signatures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static DoanKet.Testing.GivenFederation;

namespace DoanKet.Signing.Tests;

public sealed class RegistrationOnSqlite(SigningOnSqlite app) : RegistrationTests(app), IClassFixture<SigningOnSqlite>;

public sealed class RegistrationOnPostgreSql(SigningOnPostgreSql app) : RegistrationTests(app), IClassFixture<SigningOnPostgreSql>;

/// <summary>A unit asks for certificates; the units above check, send on and write down what was issued.</summary>
public abstract class RegistrationTests(SigningApp app)
{
    private static readonly AskForCertificate.Input Seal = new(CertificateUse.Seal, null, "", "", "");

    [Fact]
    public async Task ARegistrationGoesUpIsIssuedAndCounted()
    {
        var leader = app.Given.AccountId(DistrictLeader);
        var before = await BoardAsync();
        var id = Value(await AskAsync(DistrictClerk, new(CertificateUse.Person, leader, "", "", "")));
        Assert.Contains("đang chờ", (await AskAsync(DistrictClerk, new(CertificateUse.Person, leader, "", "", ""))).Message);
        Assert.Contains(await WaitingAsync(Clerk), item => item.Link.EndsWith(id.ToString(), StringComparison.Ordinal));

        // It comes back once, is completed and sent out; a step that was done is not done again.
        Ok(await MoveAsync(Clerk, move => move.ReturnAsync(id, "Thiếu quyết định", default)));
        Assert.Contains(await WaitingAsync(DistrictClerk), item => item.Detail == "Thiếu quyết định");
        Ok(
            await app.AsAsync(
                DistrictClerk,
                async s => await s.GetRequiredService<AskForCertificate>().AgainAsync(id, "Đã thêm", [await PaperAsync()], default)
            )
        );
        Ok(await MoveAsync(Clerk, move => move.SendOutAsync(id, "nơi cấp thử, công văn 12", default)));
        Assert.Equal(RegistrationLog.MovedOn, (await MoveAsync(Clerk, move => move.SendOutAsync(id, "lần nữa", default))).Message);
        Ok(await RecordAsync(Clerk, id, TestPki.Shared.Root.RawData));

        var issued = await ReadAsync(id);
        Assert.Equal(RegistrationState.Issued, issued.State);
        Assert.Equal(TestPki.Shared.Root.SerialNumber, issued.SerialNumber);
        Assert.Equal(2, await app.InDbAsync(db => db.Set<RegistrationPaper>().CountAsync(p => p.RegistrationId == id)));
        Assert.Equal(before.LeadersWithKey + 1, (await BoardAsync()).LeadersWithKey);

        Ok(await RecordingAsync(Clerk, record => record.RevokeAsync(id, "Mất thiết bị", default)));
        Assert.Equal(before.LeadersWithKey, (await BoardAsync()).LeadersWithKey);
        Assert.True(await app.InDbAsync(db => db.Set<Notice>().AnyAsync(n => n.AccountId == leader && n.Text.Contains("thu hồi"))));
    }

    [Fact]
    public async Task NobodyElseSeesOrMovesARegistration()
    {
        var id = Value(await AskAsync(DistrictClerk, Seal));

        foreach (var other in new[] { OtherClerk, DistrictClerk, Leader })
            Assert.Equal(RegistrationLog.NotAllowed, (await MoveAsync(other, move => move.SendOutAsync(id, "x", default))).Message);
        Assert.Equal(RegistrationLog.NotAllowed, (await MoveAsync(OtherClerk, move => move.WithdrawAsync(id, default))).Message);
        Assert.Equal(RegistrationLog.NotAllowed, (await AskAsync(Viewer, Seal)).Message);
        using var other2 = app.Visit(OtherClerk);
        await other2.GetAsync($"/chu-ky-so/dang-ky/{id}");
        Assert.Equal(System.Net.HttpStatusCode.NotFound, other2.Status);
        await other2.GetAsync($"/chu-ky-so/dang-ky/{id}/tep/1");
        Assert.Equal(System.Net.HttpStatusCode.NotFound, other2.Status);
        Ok(await MoveAsync(DistrictClerk, move => move.WithdrawAsync(id, default)));
        Assert.Equal(RegistrationState.Withdrawn, (await ReadAsync(id)).State);
    }

    [Fact]
    public async Task WhatIsMissingIsTold()
    {
        Assert.Contains("giấy tờ", (await AskAsync(OtherClerk, Seal, papers: 0)).Message);
        Assert.Contains("chọn người", (await AskAsync(OtherClerk, new(CertificateUse.Person, null, "", "", ""))).Message);
        var stranger = app.Given.AccountId(DistrictLeader);
        Assert.Contains("chọn người", (await AskAsync(OtherClerk, new(CertificateUse.Person, stranger, "", "", ""))).Message);
        var id = Value(await AskAsync(OtherClerk, Seal));
        Ok(await MoveAsync(Clerk, move => move.SendOutAsync(id, "nơi cấp thử", default)));
        Assert.Contains("không phải chứng thư", (await RecordAsync(Clerk, id, "không phải"u8.ToArray())).Message);
        Assert.Contains("nơi cấp", (await RecordAsync(Clerk, id, [])).Message);
    }

    [Fact]
    public async Task ACertificateThatEndsIsRemindedOfTwice()
    {
        var id = Value(await AskAsync(DistrictClerk, new(CertificateUse.Person, null, "Người Chưa Có Tài Khoản", "Ủy viên", "")));
        Ok(await MoveAsync(Clerk, move => move.SendOutAsync(id, "nơi cấp thử", default)));
        var today = DateOnly.FromDateTime(app.Clock.GetUtcNow().Date);
        var typed = new RecordCertificate.Typed("Nơi cấp thử", "0A1B", today.AddYears(-1), today.AddDays(20));
        Ok(await RecordingAsync(Clerk, record => record.HandleAsync(id, [], typed, default)));

        int[] told = [await RemindAsync(), await RemindAsync()];
        app.Clock.Advance(TimeSpan.FromDays(14));
        int[] later = [await RemindAsync(), await RemindAsync()];

        Assert.Equal([1, 1, 2, 2], told.Concat(later));

        async Task<int> RemindAsync()
        {
            await app.AsAsync(
                Clerk,
                async s =>
                {
                    await ActivatorUtilities.CreateInstance<RemindOfCertificates>(s).RunAsync("", default);
                    return 0;
                }
            );
            var clerk = app.Given.AccountId(DistrictClerk);
            return await app.InDbAsync(db => db.Set<Notice>().CountAsync(n => n.AccountId == clerk && n.Text.Contains("hết hạn")));
        }
    }

    private async Task<Result<Guid>> AskAsync(string userName, AskForCertificate.Input input, int papers = 1)
    {
        var given = papers == 0 ? [] : new[] { await PaperAsync() };
        return await app.AsAsync(userName, s => s.GetRequiredService<AskForCertificate>().HandleAsync(input, given, default));
    }

    private async Task<GivenPaper> PaperAsync()
    {
        var file = new MemoryStream(new SmallPdf().Bytes());
        return new((await app.Services.GetRequiredService<FileVault>().SaveAsync(file, default)).Value, "giay.pdf");
    }

    private Task<Result> MoveAsync(string userName, Func<MoveRegistration, Task<Result>> act) =>
        app.AsAsync(userName, s => act(s.GetRequiredService<MoveRegistration>()));

    private Task<Result> RecordingAsync(string userName, Func<RecordCertificate, Task<Result>> act) =>
        app.AsAsync(userName, s => act(s.GetRequiredService<RecordCertificate>()));

    private Task<Result> RecordAsync(string userName, Guid id, byte[] file) =>
        RecordingAsync(userName, record => record.HandleAsync(id, file, new("", "", null, null), default));

    private Task<CertificateRegistration> ReadAsync(Guid id) =>
        app.InDbAsync(db => db.Registrations.AsNoTracking().SingleAsync(r => r.Id == id));

    private Task<List<WaitingItem>> WaitingAsync(string userName) =>
        app.AsAsync(
            userName,
            async s =>
                (
                    await s.GetServices<IWaitingWork>()
                        .OfType<RegistrationsWaitingWork>()
                        .Single()
                        .ForAsync(s.GetRequiredService<UserContext>().Required, 50, default)
                )
                    .SelectMany(group => group.Items)
                    .ToList()
        );

    private Task<SigningBoardRow> BoardAsync() =>
        app.AsAsync(
            Clerk,
            async s =>
            {
                var db = s.GetRequiredService<UnionDb>();
                var top = await db.Units.SingleAsync(u => u.ParentId == null);
                return (await s.GetRequiredService<ReadSigningBoard>().HandleAsync(top, default)).Whole;
            }
        );

    private static Guid Value(Result<Guid> result)
    {
        Assert.True(result.Ok, result.Message);
        return result.Value;
    }

    private static void Ok(Result result) => Assert.True(result.Ok, result.Message);
}
