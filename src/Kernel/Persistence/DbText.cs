using System.Reflection;
using DoanKet.VietnameseText;

namespace DoanKet.Kernel.Persistence;

/// <summary>Functions on text that stand in questions to the database.</summary>
public static class DbText
{
    internal static readonly MethodInfo PlainMethod = typeof(DbText).GetMethod(nameof(Plain))!;

    /// <summary>
    /// The text without tone marks, in lower case, as <see cref="PlainLetters"/> says: <c>DbText.Plain(row.Position).Contains(plain)</c>
    /// finds "Tổ trưởng" by "to truong". No index helps: ask it of the rows of some unions.
    /// </summary>
    public static string Plain(string text) => PlainLetters.Of(text);
}
