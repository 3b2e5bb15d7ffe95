using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Audit;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Members.Benefits;

internal sealed class OfferInput
{
    public OfferKind Kind { get; set; }

    public string Title { get; set; } = "";

    public string Terms { get; set; } = "";

    public DateOnly? ValidFrom { get; set; }

    public DateOnly? ValidTo { get; set; }

    public int? Quota { get; set; }

    public int? QuotaOfMember { get; set; }

    public static OfferInput From(Offer offer) =>
        new()
        {
            Kind = offer.Kind,
            Title = offer.Title,
            Terms = offer.Terms,
            ValidFrom = offer.ValidFrom,
            ValidTo = offer.ValidTo,
            Quota = offer.Quota,
            QuotaOfMember = offer.QuotaOfMember,
        };
}

/// <summary>Keeps an offer of a partner.</summary>
internal sealed class SaveOffer(UnionDb db, Work work, AuditTrail audit, UserContext user)
{
    /// <param name="id">Null for a new one.</param>
    public Task<Result> HandleAsync(Guid partnerId, Guid? id, OfferInput input, CancellationToken ct) =>
        work.RunAsync(
            async () =>
            {
                var partner = await db
                    .Partners.VisibleTo(user.Required, Permissions.Benefits)
                    .FirstOrDefaultAsync(p => p.Id == partnerId, ct);
                if (partner is null)
                    return Result.Refuse("Anh/chị không có quyền với đối tác này.");
                if (id is { } known)
                    await db.Dialect.LockRowAsync<Offer>(db, known, ct);
                var offer = id is null ? null : await db.Offers.FirstOrDefaultAsync(o => o.Id == id && o.PartnerId == partnerId, ct);
                if (id is not null && offer is null)
                    return Result.Refuse("Không có ưu đãi này.");
                var check = Read(input, offer?.Used ?? 0);
                if (!check.Ok)
                    return check.AsResult();
                if (offer is null)
                    db.Add(
                        offer = new()
                        {
                            Id = Ids.New(),
                            PartnerId = partnerId,
                            Title = "",
                        }
                    );
                (offer.Kind, offer.Title, offer.Terms) = (input.Kind, input.Title.Trim(), input.Terms.Trim());
                (offer.ValidFrom, offer.ValidTo) = (input.ValidFrom!.Value, input.ValidTo);
                (offer.Quota, offer.QuotaOfMember) = (input.Quota, input.QuotaOfMember);
                audit.Record("members.offer", offer.Id, $"Ưu đãi của {partner.Name}: {offer.Title}");
                return Result.Success;
            },
            ct
        );

    private static Check Read(OfferInput input, int used) =>
        new Check()
            .Filled(input.Title, nameof(input.Title), "Hãy ghi ưu đãi là gì.")
            .AtMost(input.Title, Offer.MaxTitle, nameof(input.Title), "Ưu đãi")
            .AtMost(input.Terms, Offer.MaxText, nameof(input.Terms), "Điều kiện")
            .That(input.ValidFrom is not null, nameof(input.ValidFrom), "Hãy ghi ngày bắt đầu.")
            .That(input.ValidTo is null || input.ValidTo >= input.ValidFrom, nameof(input.ValidTo), "Ngày cuối phải sau ngày bắt đầu.")
            .That(input.Quota is null or (> 0 and <= Offer.Most), nameof(input.Quota), "Tổng số lượt phải lớn hơn 0, hoặc để trống.")
            .That(input.Quota is null || input.Quota >= used, nameof(input.Quota), $"Đã dùng {used} lượt; tổng số không được ít hơn.")
            .That(
                input.QuotaOfMember is null or (> 0 and <= Offer.Most),
                nameof(input.QuotaOfMember),
                "Số lượt của mỗi người phải lớn hơn 0, hoặc để trống."
            );
}
