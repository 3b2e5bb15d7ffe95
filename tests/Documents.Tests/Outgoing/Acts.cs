using System.Text;
using DoanKet.Kernel;
using DoanKet.Kernel.Files;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Documents;
using DoanKet.Modules.Documents.Content;
using DoanKet.Modules.Documents.Issuing;
using DoanKet.Modules.Documents.Outgoing;
using DoanKet.Modules.Documents.Shared;
using DoanKet.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static DoanKet.Testing.GivenFederation;

namespace DoanKet.Documents.Tests.Outgoing;

/// <summary>The acts on an outgoing document as the people of the federation do them, below the pages.</summary>
internal static class Acts
{
    public static DraftFields Fields(UnionApp app, string subject = "V/v chuẩn bị đại hội công đoàn cơ sở", DateOnly? replyBy = null) =>
        new("HD", subject, Urgency.Normal, replyBy, app.Given.AccountId(Leader), "", "");

    public static async Task<UploadedFile> FileAsync(this UnionApp app, string text, string name = "du-thao.txt") =>
        new(
            (await app.Services.GetRequiredService<FileVault>().SaveAsync(new MemoryStream(Encoding.UTF8.GetBytes(text)), default)).Value,
            name
        );

    /// <summary>A picture by its first bytes, of which there is nothing to read.</summary>
    public static byte[] Scan() => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, .. Guid.NewGuid().ToByteArray()];

    public static Task<T> DoAsync<THandler, T>(this UnionApp app, string userName, Func<THandler, Task<T>> act)
        where THandler : notnull => app.AsAsync(userName, services => act(services.GetRequiredService<THandler>()));

    /// <summary>A draft of the board's specialist with its first version.</summary>
    public static async Task<Guid> DraftAsync(
        this UnionApp app,
        string subject = "V/v chuẩn bị đại hội công đoàn cơ sở",
        DateOnly? replyBy = null,
        string by = Specialist
    )
    {
        var file = await app.FileAsync("bản một " + Ids.New());
        return (
            await app.DoAsync<CreateDraft, Result<Guid>>(
                by,
                h => h.HandleAsync(new(Fields(app, subject, replyBy), file, "", null), default)
            )
        ).Value;
    }

    public static Task<Result<StepOutcome>> SubmitAsync(this UnionApp app, Guid id, string by = Specialist) =>
        app.DoAsync<SubmitDraft, Result<StepOutcome>>(by, h => h.HandleAsync(id, default));

    public static Task<Result<StepOutcome>> ApproveContentAsync(this UnionApp app, Guid id, int seen = 1, string by = Head) =>
        app.DoAsync<ApproveContent, Result<StepOutcome>>(by, h => h.HandleAsync(id, seen, "", null, default));

    public static Task<Result<StepOutcome>> ApproveFormatAsync(this UnionApp app, Guid id, int seen = 1, string by = Clerk) =>
        app.DoAsync<ApproveFormat, Result<StepOutcome>>(by, h => h.HandleAsync(id, seen, "", null, default));

    public static Task<Result<StepOutcome>> SendBackAsync(this UnionApp app, Guid id, string reason, string by = Head) =>
        app.DoAsync<SendBack, Result<StepOutcome>>(by, h => h.HandleAsync(id, 1, reason, default));

    public static async Task<Result<StepOutcome>> UploadAsync(this UnionApp app, Guid id, string text, string by = Specialist)
    {
        var file = await app.FileAsync(text);
        return await app.DoAsync<UploadDraft, Result<StepOutcome>>(
            by,
            h => h.HandleAsync(id, DraftUpload.Of(file), "sửa theo góp ý", default)
        );
    }

    public static async Task<Result<StepOutcome>> SignAsync(this UnionApp app, Guid id, int seen = 1, string by = Leader)
    {
        var vault = app.Services.GetRequiredService<FileVault>();
        var scan = new UploadedFile((await vault.SaveAsync(new MemoryStream(Scan()), default)).Value, "ban-ky.png");
        return await app.DoAsync<SignDocument, Result<StepOutcome>>(by, h => h.HandleAsync(new(id, seen, Confirmed: true, scan), default));
    }

    public static Task<Result<ChooseReceivers.Outcome>> ChooseAsync(
        this UnionApp app,
        Guid id,
        ChoiceSource source,
        string? value = null,
        IReadOnlyList<Guid>? units = null,
        string by = Clerk
    ) =>
        app.DoAsync<ChooseReceivers, Result<ChooseReceivers.Outcome>>(by, h => h.HandleAsync(new(id, source, value, units ?? []), default));

    public static Task<Result<StepOutcome>> IssueAsync(
        this UnionApp app,
        Guid id,
        int receivers,
        string by = Clerk,
        string notation = "HD-LĐLĐ"
    ) => app.DoAsync<IssueDocument, Result<StepOutcome>>(by, h => h.HandleAsync(new(id, notation, true, receivers, receivers), default));

    /// <summary>Drafted, approved twice and signed.</summary>
    public static async Task<Guid> SignedAsync(
        this UnionApp app,
        string subject = "V/v chuẩn bị đại hội công đoàn cơ sở",
        DateOnly? replyBy = null
    )
    {
        var id = await app.DraftAsync(subject, replyBy);
        Result<StepOutcome>[] taken =
        [
            await app.SubmitAsync(id),
            await app.ApproveContentAsync(id),
            await app.ApproveFormatAsync(id),
            await app.SignAsync(id),
        ];
        if (taken.FirstOrDefault(r => r is not { Ok: true, Value: StepOutcome.Done }) is { } failed)
            throw new InvalidOperationException(failed.Message);
        return id;
    }

    /// <summary>Issued to every unit below: two districts and ten grassroots unions.</summary>
    public static async Task<Guid> IssuedAsync(this UnionApp app, DateOnly? replyBy = null)
    {
        var id = await app.SignedAsync(replyBy: replyBy);
        await app.ChooseAsync(id, ChoiceSource.Below);
        var issued = await app.IssueAsync(id, 12);
        return issued is { Ok: true, Value: StepOutcome.Done } ? id : throw new InvalidOperationException(issued.Message);
    }

    /// <summary>What was made of an issued document, and the choices of receivers that are left.</summary>
    public static Task<(int Copies, int Receipts, int Choices)> CountAsync(this UnionApp app, Guid id) =>
        app.InDbAsync(async db =>
            (
                await db.Incoming.CountAsync(d => d.ContentId == db.Set<OutgoingDocument>().First(o => o.Id == id).ContentId),
                await db.Receipts.CountAsync(r => r.OutgoingId == id),
                await db.ReceiverChoices.CountAsync(c => c.OutgoingId == id)
            )
        );
}
