using System.Text.RegularExpressions;
using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Audit;
using DoanKet.Kernel.Files;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Kernel.Units;
using DoanKet.PaperForms.Cards;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Members.Printing;

/// <summary>One place as it is typed; millimetres and points.</summary>
internal sealed class PlaceInput
{
    public CardContent Content { get; set; }

    public string Text { get; set; } = "";

    public decimal? X { get; set; }

    public decimal? Y { get; set; }

    public decimal? Width { get; set; }

    public decimal? Height { get; set; }

    public decimal? Size { get; set; }

    public bool IsBold { get; set; }

    public CardAlignment Alignment { get; set; }

    public string Colour { get; set; } = "";

    public static PlaceInput Of(CardPlace place) =>
        new()
        {
            Content = place.Content,
            Text = place.Text,
            X = (decimal)place.X,
            Y = (decimal)place.Y,
            Width = (decimal)place.Width,
            Height = (decimal)place.Height,
            Size = (decimal)place.Size,
            IsBold = place.IsBold,
            Alignment = place.Alignment,
            Colour = place.Colour,
        };
}

internal sealed class TemplateInput
{
    public List<PlaceInput> Places { get; set; } = [];

    /// <summary>Lies below all places; none leaves the one that is there.</summary>
    public IFormFile? Picture { get; set; }

    public bool WithoutPicture { get; set; }

    public int Version { get; set; }
}

/// <summary>Keeps how the cards of a unit look.</summary>
internal sealed partial class SaveTemplate(UnionDb db, Work work, AuditTrail audit, UserContext user, FileVault vault, TimeProvider time)
{
    private const int MaxPlaces = 40,
        MaxText = 200,
        MaxPicture = 3 * 1024 * 1024;

    private const decimal LargestLetters = 30;

    public async Task<Result> HandleAsync(Unit unit, TemplateInput input, CancellationToken ct)
    {
        if (!user.Required.Can(Permissions.Cards, unit))
            return Result.Refuse("Anh/chị không có quyền đổi mẫu thẻ của đơn vị này.");
        var check = new Check()
            .That(input.Places.Count is > 0 and <= MaxPlaces, "", $"Một mẫu thẻ có từ 1 đến {MaxPlaces} chỗ.")
            .That(input.Picture is null or { Length: <= MaxPicture }, nameof(input.Picture), "Ảnh nền lớn hơn 3 MB; hãy thu nhỏ.");
        foreach (var (i, place) in input.Places.Index())
            Read(place, $"Places[{i}]", i + 1, check);
        if (!check.Ok)
            return check.AsResult();
        var picture = await PictureAsync(input, ct);
        return picture.Ok ? await KeepAsync(unit, input, picture.Value, ct) : Result.Fail(picture.Problems);
    }

    /// <returns>The hash of the new picture; empty when there is none in the form.</returns>
    private async Task<Result<string>> PictureAsync(TemplateInput input, CancellationToken ct)
    {
        if (input.Picture is null)
            return "";
        using var bytes = new MemoryStream();
        await input.Picture.CopyToAsync(bytes, ct);
        if (!CardPages.IsPicture(bytes.ToArray()))
            return Result<string>.Fail("Ảnh nền phải là JPEG hoặc PNG.", nameof(input.Picture));
        bytes.Position = 0;
        var kept = await vault.SaveAsync(bytes, ct);
        return kept.Ok ? kept.Value.Sha256 : Result<string>.Fail(kept.Message, nameof(input.Picture));
    }

    private Task<Result> KeepAsync(Unit unit, TemplateInput input, string picture, CancellationToken ct) =>
        work.RunAsync(
            async () =>
            {
                await db.Dialect.LockRowAsync<Unit>(db, unit.Id, ct);
                var places = UsualCard.Write([.. input.Places.Select(PlaceOf)]);
                if (places.Length > CardTemplate.MaxPlaces)
                    return Result.Fail("Các chỗ của mẫu thẻ dài quá; hãy bớt chữ.");
                var template = await db.CardTemplates.FirstOrDefaultAsync(t => t.UnitId == unit.Id, ct);
                if ((template?.Version ?? 0) != input.Version)
                    return Result.Fail("Người khác vừa sửa mẫu thẻ. Hãy mở lại trang để xem.");
                if (template is null)
                    db.Add(
                        template = new()
                        {
                            Id = Ids.New(),
                            UnitId = unit.Id,
                            Places = places,
                        }
                    );
                (template.Places, template.ChangedAt) = (places, time.UtcDateTime());
                if (input.WithoutPicture || picture.Length > 0)
                    template.PictureSha256 = picture.Length > 0 ? picture : null;
                audit.Record("members.cards.template", template.Id, $"Sửa mẫu thẻ của {unit.Name}");
                return Result.Success;
            },
            ct
        );

    private static void Read(PlaceInput place, string field, int number, Check check)
    {
        var fits =
            place is { X: >= 0, Y: >= 0, Width: > 0, Height: > 0 }
            && place.X + place.Width <= (decimal)CardLayout.Width + .05m
            && place.Y + place.Height <= (decimal)CardLayout.Height + .05m;
        check
            .That(fits, $"{field}.X", $"Chỗ {number} nằm ngoài thẻ 85,6 × 53,98 mm.")
            .That(
                place.Size is null or (>= 4 and <= LargestLetters),
                $"{field}.Size",
                $"Cỡ chữ của chỗ {number} từ 4 đến {LargestLetters}."
            )
            .That(place.Colour.Length == 0 || Colours().IsMatch(place.Colour), $"{field}.Colour", $"Màu của chỗ {number} ghi như #1A1A1A.")
            .AtMost(place.Text, MaxText, $"{field}.Text", $"Chữ của chỗ {number}");
    }

    private static CardPlace PlaceOf(PlaceInput place) =>
        new(
            place.Content,
            place.Text.Trim(),
            (float)place.X!.Value,
            (float)place.Y!.Value,
            (float)place.Width!.Value,
            (float)place.Height!.Value,
            (float)(place.Size ?? 7),
            place.IsBold,
            place.Alignment,
            place.Colour.Length == 0 ? "#1A1A1A" : place.Colour.ToUpperInvariant()
        );

    [GeneratedRegex("^#[0-9A-Fa-f]{6}$")]
    private static partial Regex Colours();
}
