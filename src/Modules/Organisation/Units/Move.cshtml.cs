using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;

namespace DoanKet.Modules.Organisation.Units;

[Requires(Permissions.EditUnitsCode)]
internal sealed class MoveModel(UnionDb db, UserContext user, MoveUnit handler) : UnitActModel<MoveInput>(db, user)
{
    protected override string Done => "Đã chuyển đơn vị; nơi cũ được giữ trong lịch sử.";

    protected override Task<Result> ActAsync(Guid id, CancellationToken ct) => handler.HandleAsync(id, Input, ct);
}
