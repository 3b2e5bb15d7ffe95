using System.Globalization;
using DoanKet.CardTokens;
using DoanKet.Kernel;
using DoanKet.Kernel.Files;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Units;
using DoanKet.Modules.Members.Cards;
using DoanKet.Modules.Members.Shared;
using DoanKet.PaperForms.Cards;
using DoanKet.PersonalData;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Members.Printing;

/// <summary>What stands on cards: the layout of their unit and what is known of each member.</summary>
internal sealed class CardFaces(UnionDb db, CardIssuer issuer, FileVault vault, TimeProvider time)
{
    /// <summary>Names that a text of a layout may hold in double braces.</summary>
    public static IReadOnlyList<string> Names { get; } =
    ["họ tên", "ngày sinh", "giới tính", "công đoàn", "cấp trên", "mã số", "mã thẻ", "ngày cấp", "lần cấp"];

    /// <summary>That of the unit or of the nearest one above that has its own; else the usual one.</summary>
    public async Task<(CardLayout Layout, byte[]? Picture)> LayoutAsync(string unitPath, CancellationToken ct)
    {
        var line = UnitPath.SelfAndAncestors(unitPath);
        var template = await db
            .CardTemplates.AsNoTracking()
            .Where(t => line.Contains(t.Unit.Path))
            .OrderByDescending(t => t.Unit.Path.Length)
            .FirstOrDefaultAsync(ct);
        if (template is null)
            return (UsualCard.Layout, null);
        return (UsualCard.Read(template.Places), await BytesAsync(template.PictureSha256, ct));
    }

    public async Task<CardFace> FaceAsync(MemberCard card, string? photo, CancellationToken ct)
    {
        var (member, unit) = (card.Member, card.Unit);
        var issuedOn = card.IssuedOn ?? time.Today();
        return new(
            Values(
                member.FullName,
                member.Born?.ToString() ?? "",
                member.Sex?.Name() ?? "",
                unit.Name,
                unit.Parent?.Name ?? "",
                member.MemberNumber ?? "",
                CardCode.Show(card.Code),
                issuedOn.Show(),
                card.Edition.ToString(CultureInfo.InvariantCulture)
            ),
            await BytesAsync(photo, ct),
            issuer.QrText(card.Code, issuedOn)
        );
    }

    /// <summary>Nobody's, to see a layout.</summary>
    public CardFace Example()
    {
        var code = new string('A', CardCode.Length);
        return new(
            Values(
                "Nguyễn Thị Ví Dụ",
                new BirthDate(1985, new(1985, 3, 5)).ToString(),
                Sex.Female.Name(),
                "Công đoàn cơ sở Trường Trung học cơ sở Ví dụ",
                "Liên đoàn Lao động tỉnh Nghệ An",
                "000000000000",
                CardCode.Show(code),
                time.Today().Show(),
                "1"
            ),
            null,
            issuer.QrText(code, time.Today())
        );
    }

    /// <summary>In the order of <see cref="Names"/>.</summary>
    private static Dictionary<string, string> Values(params IReadOnlyList<string> values) =>
        Names.Zip(values).ToDictionary(pair => pair.First, pair => pair.Second);

    public async Task<byte[]?> BytesAsync(string? sha256, CancellationToken ct)
    {
        if (sha256 is null)
            return null;
        await using var stream = await vault.OpenAsync(sha256, ct);
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes, ct);
        return bytes.ToArray();
    }
}
