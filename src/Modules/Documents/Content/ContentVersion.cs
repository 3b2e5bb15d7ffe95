using DoanKet.Modules.Documents.Shared;
using Microsoft.AspNetCore.Http;

namespace DoanKet.Modules.Documents.Content;

/// <summary>
/// The part of an address that says which content was meant: beginning of the file's hash. An approver's browser must not show yesterday's
/// draft under today's address, so only addresses with the present hash may be kept by it.
/// </summary>
internal static class ContentVersion
{
    private const string Name = "v";

    private const int Length = 16;

    public static string Query(string sha256) => $"{Name}={Short(sha256)}";

    /// <summary>Null when the address says nothing or the truth; otherwise the same address with the present hash.</summary>
    public static string? Corrected(HttpRequest request, Attachment file)
    {
        if (request.Query[Name] is not [{ } asked] || asked == Short(file.Sha256))
            return null;
        var others = request
            .Query.Where(part => part.Key != Name)
            .Select(part => $"{Uri.EscapeDataString(part.Key)}={Uri.EscapeDataString(part.Value.ToString())}");
        return request.Path + "?" + string.Join('&', [.. others, Query(file.Sha256)]);
    }

    /// <summary>
    /// Kept by this browser alone, for a day under an address with the hash; under one without it the browser asks each time.
    /// </summary>
    public static string CacheControl(HttpRequest request) =>
        request.Query.ContainsKey(Name) ? "private, max-age=86400" : "private, no-cache";

    private static string Short(string sha256) => sha256.Length <= Length ? sha256 : sha256[..Length];
}
