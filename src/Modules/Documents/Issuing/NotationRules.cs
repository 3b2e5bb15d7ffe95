using System.Text.RegularExpressions;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Documents.Shared;

namespace DoanKet.Modules.Documents.Issuing;

/// <summary>What is asked of a symbol that a clerk left or typed.</summary>
internal static partial class NotationRules
{
    /// <param name="expected">By the rules of today.</param>
    /// <param name="isMeant">The clerk saw that it is another one, and means it.</param>
    public static Check NotationIs(this Check check, string notation, string expected, bool isMeant) =>
        check
            .That(Symbol().IsMatch(notation), "Notation", "Ký hiệu gồm chữ cái, chữ số, dấu gạch ngang và dấu gạch chéo, ví dụ HD-LĐLĐ.")
            .AtMost(notation, OutgoingDocument.MaxNotation, "Notation", "Ký hiệu")
            .That(
                isMeant || notation.Trim() == expected,
                "IsNotationMeant",
                $"Ký hiệu “{notation.Trim()}” khác ký hiệu theo quy định là {expected}. Hãy sửa lại, hoặc đánh dấu “Dùng ký hiệu "
                    + "này” nếu đúng."
            );

    [GeneratedRegex(@"^\s*[\p{L}\p{N}]+([-/&.][\p{L}\p{N}]+)*\s*$")]
    private static partial Regex Symbol();
}
