using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Modules.Members.Shared;
using DoanKet.VietnameseText;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace DoanKet.Modules.Members.Filtering;

/// <summary>A condition that a list of members can be asked for in its address.</summary>
/// <param name="Name">In the address.</param>
/// <param name="Label">On the form, and where a list says what it was asked for.</param>
/// <param name="Keep">The members of whom it holds; null when the value can't be understood.</param>
internal sealed record MemberCondition(string Name, string Label, Func<IQueryable<Member>, UnionDb, string, IQueryable<Member>?> Keep)
{
    /// <summary>What can be chosen; null where something is typed.</summary>
    public IReadOnlyList<SelectListItem>? Choices { get; private init; }

    public bool IsDay { get; private init; }

    /// <summary>Beside reading; what it reveals reaches no further than this permission.</summary>
    public Permission? Needs { get; init; }

    /// <summary>As a person reads it.</summary>
    public string Shown(string value) => Choices?.FirstOrDefault(choice => choice.Value == value)?.Text ?? value;

    /// <summary>Holds the typed words, with or without tone marks, anywhere in a text of the member.</summary>
    public static MemberCondition Text(string name, string label, Func<IQueryable<Member>, string, IQueryable<Member>> keep) =>
        new(name, label, (members, _, typed) => keep(members, PlainLetters.Of(typed.Trim())));

    /// <inheritdoc cref="Text"/>
    public static MemberCondition InProfile(
        string name,
        string label,
        Func<IQueryable<MemberProfile>, string, IQueryable<MemberProfile>> keep
    ) =>
        new(
            name,
            label,
            (members, db, typed) =>
            {
                var kept = keep(db.Profiles, PlainLetters.Of(typed.Trim()));
                return members.Where(m => kept.Any(p => p.MemberId == m.Id));
            }
        );

    /// <summary>Asks what is sensitive, and of nobody beyond the permission for it.</summary>
    public static MemberCondition InSensitive(
        string name,
        string label,
        Func<IQueryable<MemberSensitive>, string, IQueryable<MemberSensitive>> keep
    ) =>
        new(
            name,
            label,
            (members, db, typed) =>
            {
                var kept = keep(db.Sensitive, PlainLetters.Of(typed.Trim()));
                return members.Where(m => kept.Any(s => s.MemberId == m.Id));
            }
        )
        {
            Needs = Permissions.Sensitive,
        };

    public static MemberCondition Day(string name, string label, Func<IQueryable<Member>, UnionDb, DateOnly, IQueryable<Member>> keep) =>
        new(name, label, (members, db, typed) => DayText.TryRead(typed, out var day) ? keep(members, db, day) : null) { IsDay = true };

    public static MemberCondition Year(string name, string label, Func<IQueryable<Member>, int, IQueryable<Member>> keep) =>
        new(
            name,
            label,
            (members, _, typed) => int.TryParse(typed, out var year) && year is > 1900 and < 2200 ? keep(members, year) : null
        );

    /// <param name="choices">Each with its value in the address, its words and the members whom it means.</param>
    public static MemberCondition Choice(
        string name,
        string label,
        params (string Value, string Words, Func<IQueryable<Member>, UnionDb, IQueryable<Member>> Keep)[] choices
    ) =>
        new(name, label, (members, db, value) => choices.FirstOrDefault(choice => choice.Value == value).Keep?.Invoke(members, db))
        {
            Choices = [.. choices.Select(choice => new SelectListItem(choice.Words, choice.Value))],
        };
}
