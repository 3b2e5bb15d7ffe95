using DoanKet.Kernel.Access;
using DoanKet.Modules.Documents.Shared;

namespace DoanKet.Modules.Documents.Incoming;

/// <summary>The one obvious thing to do with a document, for one person.</summary>
internal enum NextStep
{
    /// <summary>Nothing waits for this person; the page says for whom it waits.</summary>
    None,
    Register,
    Acknowledge,
    Direct,
    FinishPart,
    FinishLead,
    Complete,
}

internal static class NextSteps
{
    /// <param name="mine">The person's open parts, the leading one first.</param>
    public static NextStep For(CurrentUser user, IncomingDocument document, IReadOnlyList<Assignment> mine) =>
        document.State switch
        {
            IncomingState.Arrived when user.Can(Permissions.Register, document.Unit) => NextStep.Register,
            IncomingState.Arrived when user.Can(Permissions.Acknowledge, document.Unit) => NextStep.Acknowledge,
            IncomingState.Registered when user.Can(Permissions.Direct, document.Unit) => NextStep.Direct,
            IncomingState.Registered when user.Can(Permissions.Acknowledge, document.Unit) => NextStep.Complete,
            IncomingState.Directed when mine is [{ Role: AssignmentRole.Lead }, ..] => NextStep.FinishLead,
            IncomingState.Directed when mine is [{ Role: AssignmentRole.Coordinate }, ..] => NextStep.FinishPart,
            _ => NextStep.None,
        };

    /// <summary>For whom a document waits, when it is not this person.</summary>
    public static string WaitsFor(IncomingState state) =>
        state switch
        {
            IncomingState.Arrived => "Đang chờ văn thư vào sổ.",
            IncomingState.Registered => "Đang chờ lãnh đạo cho ý kiến chỉ đạo.",
            IncomingState.Directed => "Đang được giải quyết; xem ai làm gì ở phần “Phân công” bên dưới.",
            IncomingState.Done => "Văn bản đã hoàn thành.",
            IncomingState.Cancelled => "Văn bản đã hủy; lý do ở phần “Quá trình xử lý”.",
            _ => "Văn bản đã được trả lại nơi gửi.",
        };
}
