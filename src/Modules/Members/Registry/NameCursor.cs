namespace DoanKet.Modules.Members.Registry;

/// <summary>Where a page of a list by names ended, as it stands in the address.</summary>
internal sealed record NameCursor(string Name, Guid Id)
{
    /// <summary>Null for nothing and for what is no cursor.</summary>
    public static NameCursor? Parse(string? text) =>
        text?.Split('_') is [var name, var id] && Guid.TryParse(id, out var parsed) ? new(name.Replace('-', ' '), parsed) : null;

    public override string ToString() => $"{Name.Replace(' ', '-')}_{Id:N}";
}
