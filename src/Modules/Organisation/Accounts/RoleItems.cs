using DoanKet.Kernel.Access;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace DoanKet.Modules.Organisation.Accounts;

/// <summary>The roles as choices of a list.</summary>
internal static class RoleItems
{
    public static IReadOnlyList<SelectListItem> All { get; } = [.. Roles.All.Select(r => new SelectListItem(r.Name, r.Code))];

    public static string NameOf(string code) => Roles.All.FirstOrDefault(r => r.Code == code).Name ?? code;
}
