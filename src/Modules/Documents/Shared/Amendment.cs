namespace DoanKet.Modules.Documents.Shared;

/// <summary>What a document does to one that was issued before (điều 18.4).</summary>
internal enum Amendment
{
    /// <summary>Thay thế: takes the other's place, which is recalled when this one is issued.</summary>
    Replaces = 0,

    /// <summary>Đính chính: puts right what was wrong in form; the other stays in force.</summary>
    Corrects = 1,
}

/// <summary>The words of amendments.</summary>
internal static class Amendments
{
    public static string Name(this Amendment amendment) => amendment == Amendment.Replaces ? "Thay thế" : "Đính chính";
}
