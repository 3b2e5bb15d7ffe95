using Microsoft.AspNetCore.Http;

namespace DoanKet.Ui.Parts;

/// <summary>Links from a list to another part of itself.</summary>
public static class RequestAddress
{
    /// <summary>The address of this page with these values in place of its own; null or "" leaves one out.</summary>
    public static string With(this HttpRequest request, params ReadOnlySpan<(string Name, string? Value)> changes)
    {
        var values = request.Query.ToDictionary(q => q.Key, q => (string?)q.Value.ToString());
        foreach (var (name, value) in changes)
            values[name] = value;
        return request.Path + QueryString.Create(values.Where(v => !string.IsNullOrEmpty(v.Value)));
    }
}
