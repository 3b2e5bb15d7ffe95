using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;

namespace DoanKet.Modules.Organisation.Units;

[Requires(Permissions.EditUnitsCode)]
internal sealed class RenameModel(UnionDb db, UserContext user, RenameUnit handler) : UnitActModel<RenameInput>(db, user)
{
    protected override string Done => "Đã đổi tên; tên cũ được giữ trong lịch sử.";

    protected override Task<Result> ActAsync(Guid id, CancellationToken ct) => handler.HandleAsync(id, Input, ct);
}
