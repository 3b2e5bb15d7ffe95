using DoanKet.Kernel;
using DoanKet.Kernel.Access;

namespace DoanKet.Modules.Documents;

/// <summary>What stands on a list that leaves the program: by whom and when.</summary>
internal sealed class TakenOut(UserContext user, TimeProvider time)
{
    public string ByWhom => $"Lập từ phần mềm Đoàn Kết, {time.UtcDateTime().Show()}, {user.Required.FullName}";
}
