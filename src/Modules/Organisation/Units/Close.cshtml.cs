using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;

namespace DoanKet.Modules.Organisation.Units;

[Requires(Permissions.EditUnitsCode)]
internal sealed class CloseModel(UnionDb db, UserContext user, CloseUnit handler) : UnitActModel<CloseInput>(db, user)
{
    protected override string Done => "Đã đóng đơn vị; mọi hồ sơ cũ vẫn xem được.";

    protected override Task<Result> ActAsync(Guid id, CancellationToken ct) => handler.HandleAsync(id, Input, ct);
}
