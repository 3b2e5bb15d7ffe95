using System.Text.RegularExpressions;
using DoanKet.Modules.Members.Shared;
using DoanKet.PersonalData;

namespace DoanKet.Modules.Members.Letters;

/// <summary>What a letter can say of the member to whom it goes: <c>{{họ tên}}</c>.</summary>
internal static partial class LetterWords
{
    private static readonly (string Name, Func<Member, string> Value)[] Known =
    [
        ("họ tên", member => member.FullName),
        (
            "anh/chị",
            member =>
                member.Sex switch
                {
                    Sex.Male => "anh",
                    Sex.Female => "chị",
                    _ => "anh/chị",
                }
        ),
        ("đơn vị", member => member.Unit.Name),
        ("bộ phận", member => member.Department),
        ("vị trí", member => member.Position),
        ("ngày sinh", member => member.Born?.ToString() ?? ""),
        ("mã đoàn viên", member => member.MemberNumber ?? ""),
    ];

    /// <summary>As the form explains them.</summary>
    public static string Help { get; } = string.Join(", ", Known.Select(word => $"{{{{{word.Name}}}}}"));

    /// <summary>What stands in double braces and is not known; null when all is.</summary>
    public static string? Unknown(string text) =>
        Braced().Matches(text).Select(match => match.Groups[1].Value).FirstOrDefault(name => ValueOf(name) is null);

    public static string Fill(string text, Member member) =>
        Braced().Replace(text, match => ValueOf(match.Groups[1].Value)?.Invoke(member) ?? match.Value);

    private static Func<Member, string>? ValueOf(string name) =>
        Known.FirstOrDefault(word => word.Name.Equals(name.Trim(), StringComparison.OrdinalIgnoreCase)).Value;

    [GeneratedRegex(@"\{\{([^{}]{0,40})\}\}")]
    private static partial Regex Braced();
}
