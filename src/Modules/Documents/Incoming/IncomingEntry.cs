using DoanKet.Modules.Documents.Shared;

namespace DoanKet.Modules.Documents.Incoming;

/// <summary>What a clerk may still put right of an entry.</summary>
internal static class IncomingEntry
{
    /// <summary>Why the entry stays as it is; null when it may be changed.</summary>
    public static string? Problem(IncomingDocument document) =>
        document switch
        {
            { Source: IncomingSource.Internal } =>
                "Văn bản do đơn vị khác phát hành trên hệ thống nên giữ nguyên như nơi gửi; nếu có sai sót, hãy báo nơi gửi.",
            { State: IncomingState.Returned } => "Văn bản đã được trả lại nơi gửi.",
            { State: IncomingState.Cancelled } => "Văn bản đã hủy.",
            _ => null,
        };
}
