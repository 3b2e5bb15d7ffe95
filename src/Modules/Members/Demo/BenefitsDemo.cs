using DoanKet.CardTokens;
using DoanKet.Kernel;
using DoanKet.Kernel.Modules;
using DoanKet.Kernel.Persistence;
using DoanKet.Modules.Members.Benefits;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Members.Demo;

/// <summary>Two partners who do not exist, with what they would give.</summary>
internal sealed class BenefitsDemo(UnionDb db, TimeProvider time) : IDemoPart
{
    private static readonly (string Name, string Trade, OfferKind Kind, string Offer, int? Quota)[] Partners =
    [
        ("Siêu thị Trình Diễn", "Hàng tiêu dùng", OfferKind.Percent, "Giảm 5% hóa đơn hàng thiết yếu", null),
        ("Phòng khám Trình Diễn", "Y tế", OfferKind.Service, "Khám sức khỏe tổng quát, giảm 15%", 200),
    ];

    /// <summary>After the units.</summary>
    public int Order => 73;

    public async Task GenerateAsync(DemoContext demo, CancellationToken ct)
    {
        var top = await db.Units.Where(u => u.ParentId == null).OrderBy(u => u.Path).Select(u => u.Id).FirstAsync(ct);
        foreach (var (name, trade, kind, title, quota) in Partners)
        {
            var partner = new Partner
            {
                Id = Ids.New(),
                UnitId = top,
                Name = name,
                Trade = trade,
                AgreementNumber = "Trình diễn",
                ValidFrom = time.Today(),
                CounterCode = CardCode.New(),
            };
            db.Add(partner);
            db.Add(
                new Offer
                {
                    Id = Ids.New(),
                    PartnerId = partner.Id,
                    Kind = kind,
                    Title = title,
                    ValidFrom = time.Today(),
                    Quota = quota,
                }
            );
        }
        await db.SaveChangesAsync(ct);
    }
}
