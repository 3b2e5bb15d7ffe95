using DoanKet.Documents.Tests.Incoming;
using DoanKet.Kernel.Files;
using DoanKet.Modules.Documents.Issuing;
using DoanKet.Modules.Documents.Shared;
using DoanKet.PaperForms;
using DoanKet.Testing;
using DoanKet.Testing.Signatures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SkiaSharp;
using static DoanKet.Testing.GivenFederation;

namespace DoanKet.Documents.Tests.Outgoing;

/// <summary>Papers that are signed in their file, and the keys for it.</summary>
internal static class DigitalPaper
{
    public const string OwnKey = "/chu-ky-so",
        AgencyKey = "/chu-ky-so/co-quan",
        Sign = "form[action$='handler=Sign']";

    /// <summary>Room for a number: spaces that do not break.</summary>
    private const string Blank = "\u00A0\u00A0";

    private const string Form = "form[data-primary]";

    /// <summary>The own certificate, with a picture.</summary>
    public static async Task AddKeyAsync(Visitor visitor)
    {
        var page = await visitor.OpenAsync(OwnKey);
        if (page.QuerySelector("#chung-thu") is not null)
            return;
        page = await visitor.UploadAsync(
            page,
            "form[data-primary]",
            [("KeyFile", "khoa.p12", TestPki.Shared.Rsa12())],
            ("KeyPassword", TestPki.Password)
        );
        Assert.Contains("Người ký thử", page.QuerySelector("#chung-thu")!.ParentElement!.TextContent);
        await visitor.UploadAsync(page, "form[action*=Picture]", [("Picture", "chu-ky.png", Signature())]);
    }

    /// <summary>A draft that waits for its signature.</summary>
    /// <returns>The address of its page.</returns>
    public static async Task<string> ApprovedAsync(
        this UnionPages app,
        byte[] draft,
        string name,
        string? beside = null,
        IReadOnlyList<(string Name, byte[] Content)>? annexes = null
    )
    {
        var id = await app.DraftAsync();
        using var specialist = app.Visit(Specialist);
        var address = $"/van-ban/di/{id}";
        if (beside is not null)
        {
            var form = await specialist.OpenAsync(address + "/sua");
            await specialist.SubmitAsync(form, Form, ("Input.CoSigners", app.Given.AccountId(beside).ToString()));
        }
        await specialist.UploadAsync(
            await specialist.OpenAsync(address),
            "form[action*=Upload]",
            [("File", name, draft), .. (annexes ?? []).Select(annex => ("Annexes", annex.Name, annex.Content))]
        );
        await app.SubmitAsync(id);
        await app.ApproveContentAsync(id, 2);
        await app.ApproveFormatAsync(id, 2);
        Assert.Equal(OutgoingState.Signing, await app.StateAsync(address));
        return address;
    }

    public static Task<OutgoingState> StateAsync(this UnionPages app, string address)
    {
        var id = Guid.Parse(address.Split('/')[^1]);
        return app.InDbAsync(db => db.Set<OutgoingDocument>().Where(d => d.Id == id).Select(d => d.State).FirstAsync());
    }

    /// <summary>A letter under which the leader of the test stands.</summary>
    public static byte[] Letter(string number = "Số:       /HD-LĐLĐ")
    {
        var target = new MemoryStream();
        new LetterPaper
        {
            Superior = "TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM",
            Issuer = "LIÊN ĐOÀN LAO ĐỘNG TỈNH THỬ",
            Number = number.Replace("  ", Blank, StringComparison.Ordinal),
            PlaceAndDay = $"Nghệ An, ngày{Blank}{Blank}{Blank}tháng{Blank}{Blank}{Blank}năm 2026",
            Kind = "Hướng dẫn",
            Subject = "Chuẩn bị đại hội công đoàn cơ sở",
            Paragraphs = ["Các công đoàn cơ sở chuẩn bị đại hội theo kế hoạch đã ban hành./."],
            SignerPosition = ["TM. BAN THƯỜNG VỤ", "CHỦ TỊCH"],
            SignerName = "Người Thử " + Leader,
            Recipients = ["Như trên", "Lưu: VT"],
        }.Write(target);
        return target.ToArray();
    }

    private static byte[] Signature() =>
        Picture(
            200,
            80,
            canvas =>
            {
                using var pen = new SKPaint { Color = SKColors.Blue, StrokeWidth = 6 };
                canvas.DrawLine(10, 60, 190, 20, pen);
            }
        );

    private static byte[] Seal() =>
        Picture(
            300,
            300,
            canvas =>
            {
                using var pen = new SKPaint
                {
                    Color = SKColors.Red,
                    StrokeWidth = 8,
                    IsStroke = true,
                };
                canvas.DrawCircle(150, 150, 140, pen);
                canvas.DrawCircle(150, 150, 90, pen);
            }
        );

    private static byte[] Picture(int width, int height, Action<SKCanvas> draw)
    {
        using var bitmap = new SKBitmap(width, height);
        bitmap.Erase(SKColors.Transparent);
        using (var canvas = new SKCanvas(bitmap))
            draw(canvas);
        using var image = SKImage.FromBitmap(bitmap);
        return image.Encode(SKEncodedImageFormat.Png, 100).ToArray();
    }

    /// <summary>The unit's certificate, with its seal 36 mm wide.</summary>
    public static async Task AddAgencyKeyAsync(Visitor clerk)
    {
        var page = await clerk.OpenAsync(AgencyKey);
        if (page.QuerySelector("#chung-thu") is not null)
            return;
        await clerk.UploadAsync(page, Form, [("KeyFile", "co-quan.p12", TestPki.Shared.Rsa12())], ("KeyPassword", TestPki.Password));
        await AddSealAsync(clerk);
    }

    public static async Task AddSealAsync(Visitor clerk) =>
        await clerk.UploadAsync(
            await clerk.OpenAsync(AgencyKey),
            "form[action*=Picture]",
            [("Picture", "dau.png", Seal())],
            ("SealWidth", "36")
        );

    /// <summary>Signed in its file by the leader.</summary>
    public static async Task<string> SignedAsync(
        this UnionPages app,
        byte[] draft,
        string name = "huong-dan.pdf",
        IReadOnlyList<(string Name, byte[] Content)>? annexes = null
    )
    {
        using var leader = app.Visit(Leader);
        await AddKeyAsync(leader);
        var address = await app.ApprovedAsync(draft, name, annexes: annexes);
        await leader.SubmitAsync(await leader.OpenAsync(address), Sign, ("secret", TestPki.Password), ("confirmed", "true"));
        return address;
    }

    /// <summary>Issued by the way of paper, with a scan.</summary>
    public static async Task<OutgoingDocument> IssuedOnPaperAsync(this UnionPages app, byte[]? scan = null)
    {
        var id = await Acts.SignedAsync(app);
        using var clerk = app.Visit(Clerk);
        var file = (await app.Services.GetRequiredService<FileVault>().SaveAsync(new MemoryStream(scan ?? new SmallPdf().Bytes()), default))
            .Value
            .Sha256;
        await app.Services.GetRequiredService<ReadFile>().HandleAsync(file, default);
        await app.InDbAsync(async db =>
        {
            var document = await db.Set<OutgoingDocument>().FirstAsync(d => d.Id == id);
            var attachment = await db.Set<Attachment>().FirstAsync(a => a.ContentId == document.ContentId);
            (attachment.Sha256, attachment.MediaType, attachment.Name) = (file, "application/pdf", "quet.pdf");
            return await db.SaveChangesAsync();
        });
        await app.ChooseAsync(id, ChoiceSource.Below);
        Assert.True((await app.IssueAsync(id, 12)).Ok);
        return await app.InDbAsync(db => db.Set<OutgoingDocument>().AsNoTracking().FirstAsync(d => d.Id == id));
    }
}
