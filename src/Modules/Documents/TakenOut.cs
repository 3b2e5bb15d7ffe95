using DoanKet.Kernel;
using DoanKet.Kernel.Access;

namespace DoanKet.Modules.Documents;

/// <summary>What stands on a list that leaves the program: what it is, by whom and when.</summary>
internal sealed class TakenOut(UserContext user, TimeProvider time)
{
    /// <summary>More than a person works with in a spreadsheet; what is left out is said in it.</summary>
    public const int MaxRows = 20_000;

    public string ByWhom => $"Lập từ phần mềm Đoàn Kết, {time.UtcDateTime().Show()}, {user.Required.FullName}";

    /// <summary>The lines above a list of at most <see cref="MaxRows"/> rows.</summary>
    public IReadOnlyList<string> Above(string title, int rows) =>
        rows < MaxRows
            ? [title, ByWhom]
            : [title, ByWhom, $"Chỉ có {MaxRows:N0} dòng đầu của danh sách. Hãy lọc theo ngày hoặc trạng thái rồi tải từng phần."];
}
