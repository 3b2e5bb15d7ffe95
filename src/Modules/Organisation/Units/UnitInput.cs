using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Kernel.Units;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Organisation.Units;

/// <summary>The form of a unit. Kind, parent and first day count only when it is founded; the name changes by its own act.</summary>
internal sealed class UnitInput
{
    public Guid? ParentId { get; set; }

    public string KindCode { get; set; } = "";

    public string Name { get; set; } = "";

    public string Code { get; set; } = "";

    public string Symbol { get; set; } = "";

    public string? ElectronicId { get; set; }

    public Sector Sector { get; set; }

    public string EmployerKindCode { get; set; } = "";

    public string? Email { get; set; }

    public string? Phone { get; set; }

    public string? Address { get; set; }

    public DateOnly? ValidFrom { get; set; }

    public int Version { get; set; }

    public static UnitInput From(Unit unit) =>
        new()
        {
            ParentId = unit.ParentId,
            KindCode = unit.KindCode,
            Name = unit.Name,
            Code = unit.Code,
            Symbol = unit.Symbol,
            ElectronicId = unit.ElectronicId,
            Sector = unit.Sector,
            EmployerKindCode = unit.EmployerKindCode,
            Email = unit.Email,
            Phone = unit.Phone,
            Address = unit.Address,
            ValidFrom = unit.ValidFrom,
            Version = unit.Version,
        };

    public async Task<Check> CheckAsync(UnionDb db, Guid? self, CancellationToken ct)
    {
        var code = Code.Trim();
        return new Check()
            .Filled(Name, nameof(Name), "Hãy nhập tên đơn vị.")
            .AtMost(Name, Unit.MaxName, nameof(Name), "Tên đơn vị")
            .Filled(Code, nameof(Code), "Hãy nhập mã đơn vị.")
            .AtMost(Code, Unit.MaxCode, nameof(Code), "Mã đơn vị")
            .That(
                !await db.Units.AnyAsync(u => u.Code == code && u.Id != self, ct),
                nameof(Code),
                "Mã này đã thuộc đơn vị khác; hãy chọn mã khác."
            )
            .Filled(Symbol, nameof(Symbol), "Hãy nhập chữ viết tắt dùng trong ký hiệu văn bản, ví dụ LĐLĐ.")
            .AtMost(Symbol, Unit.MaxSymbol, nameof(Symbol), "Chữ viết tắt")
            .That(
                EmployerKindCode.Length == 0 || await db.Set<EmployerKind>().AnyAsync(kind => kind.Code == EmployerKindCode, ct),
                nameof(EmployerKindCode),
                "Hãy chọn loại hình trong danh mục."
            )
            .AtMost(ElectronicId, Unit.MaxElectronicId, nameof(ElectronicId), "Mã định danh điện tử")
            .AtMost(Email, Unit.MaxEmail, nameof(Email), "Thư điện tử")
            .AtMost(Phone, Unit.MaxPhone, nameof(Phone), "Điện thoại")
            .AtMost(Address, Unit.MaxAddress, nameof(Address), "Địa chỉ")
            .That(
                string.IsNullOrWhiteSpace(Email) || Email.Contains('@', StringComparison.Ordinal),
                nameof(Email),
                "Địa chỉ thư cần có dấu @."
            );
    }

    public void ApplyTo(Unit unit)
    {
        unit.Code = Code.Trim();
        unit.Symbol = Symbol.Trim();
        unit.Sector = Sector;
        unit.EmployerKindCode = EmployerKindCode;
        unit.ElectronicId = OrNull(ElectronicId);
        unit.Email = OrNull(Email);
        unit.Phone = OrNull(Phone);
        unit.Address = OrNull(Address);
    }

    private static string? OrNull(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
