using DoanKet.CardTokens;
using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Audit;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Kernel.Units;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Members.Benefits;

internal sealed class PartnerInput
{
    public string Name { get; set; } = "";

    public string TaxCode { get; set; } = "";

    public string Trade { get; set; } = "";

    public string Representative { get; set; } = "";

    public string Phone { get; set; } = "";

    public string Address { get; set; } = "";

    public string AgreementNumber { get; set; } = "";

    public DateOnly? AgreedOn { get; set; }

    public DateOnly? ValidFrom { get; set; }

    public DateOnly? ValidTo { get; set; }

    public int Version { get; set; }

    public static PartnerInput From(Partner partner) =>
        new()
        {
            Name = partner.Name,
            TaxCode = partner.TaxCode,
            Trade = partner.Trade,
            Representative = partner.Representative,
            Phone = partner.Phone,
            Address = partner.Address,
            AgreementNumber = partner.AgreementNumber,
            AgreedOn = partner.AgreedOn,
            ValidFrom = partner.ValidFrom,
            ValidTo = partner.ValidTo,
            Version = partner.Version,
        };
}

/// <summary>Keeps a partner and its agreement; gives it a counter of its own.</summary>
internal sealed class SavePartner(UnionDb db, Work work, AuditTrail audit, UserContext user)
{
    /// <param name="id">Null for a new partner, of the office of whoever adds it.</param>
    public Task<Result<Guid>> HandleAsync(Guid? id, PartnerInput input, CancellationToken ct) =>
        work.RunAsync(
            async () =>
            {
                var partner = id is { } known ? await MineAsync(known, ct) : await NewAsync(ct);
                if (partner is null)
                    return Result<Guid>.Refuse("Anh/chị không có quyền với đối tác này.");
                var check = Read(input);
                check.That(id is null || partner.Version == input.Version, "", "Người khác vừa sửa đối tác này. Hãy mở lại trang để xem.");
                if (!check.Ok)
                    return Result<Guid>.Fail(check.Problems);
                (partner.Name, partner.TaxCode, partner.Trade) = (input.Name.Trim(), input.TaxCode.Trim(), input.Trade.Trim());
                (partner.Representative, partner.Phone, partner.Address) = (
                    input.Representative.Trim(),
                    input.Phone.Trim(),
                    input.Address.Trim()
                );
                (partner.AgreementNumber, partner.AgreedOn) = (input.AgreementNumber.Trim(), input.AgreedOn);
                (partner.ValidFrom, partner.ValidTo) = (input.ValidFrom!.Value, input.ValidTo);
                if (id is null)
                    db.Add(partner);
                audit.Record("members.partner", partner.Id, $"Đối tác phúc lợi: {partner.Name}");
                return Result.Of(partner.Id);
            },
            ct
        );

    /// <summary>The counter gets another address; the old one leads nowhere.</summary>
    public Task<Result> RenewCounterAsync(Guid id, CancellationToken ct) =>
        work.RunAsync(
            async () =>
            {
                if (await MineAsync(id, ct) is not { } partner)
                    return Result.Refuse("Anh/chị không có quyền với đối tác này.");
                partner.CounterCode = CardCode.New();
                audit.Record("members.partner.counter", id, $"Đổi địa chỉ quầy của {partner.Name}");
                return Result.Success;
            },
            ct
        );

    private Task<Partner?> MineAsync(Guid id, CancellationToken ct) =>
        db.Partners.VisibleTo(user.Required, Permissions.Benefits).FirstOrDefaultAsync(p => p.Id == id, ct);

    private async Task<Partner?> NewAsync(CancellationToken ct)
    {
        if (user.Required.Unit is not { } acting)
            return null;
        var office = await db.Units.OfficeOfAsync(acting.Id, ct);
        return user.Required.Can(Permissions.Benefits, office)
            ? new()
            {
                Id = Ids.New(),
                UnitId = office.Id,
                Name = "",
                CounterCode = CardCode.New(),
            }
            : null;
    }

    private static Check Read(PartnerInput input) =>
        new Check()
            .Filled(input.Name, nameof(input.Name), "Hãy ghi tên đối tác.")
            .AtMost(input.Name, Partner.MaxName, nameof(input.Name), "Tên")
            .AtMost(input.TaxCode, Partner.MaxTaxCode, nameof(input.TaxCode), "Mã số thuế")
            .AtMost(input.Trade, Partner.MaxName, nameof(input.Trade), "Ngành hàng")
            .AtMost(input.Representative, Partner.MaxName, nameof(input.Representative), "Người đại diện")
            .AtMost(input.Phone, Partner.MaxPhone, nameof(input.Phone), "Điện thoại")
            .AtMost(input.Address, Partner.MaxText, nameof(input.Address), "Địa chỉ")
            .AtMost(input.AgreementNumber, Partner.MaxName, nameof(input.AgreementNumber), "Số thỏa thuận")
            .That(input.ValidFrom is not null, nameof(input.ValidFrom), "Hãy ghi ngày bắt đầu.")
            .That(input.ValidTo is null || input.ValidTo >= input.ValidFrom, nameof(input.ValidTo), "Ngày cuối phải sau ngày bắt đầu.");
}
