using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using DoanKet.Kernel;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace DoanKet.Modules.Organisation.SigningIn;

/// <summary>
/// Remembers in the browser itself, in a cookie that only this program can write, who has signed in there. It gives no access; it only
/// tells the owner's own computer from a stranger's.
/// </summary>
internal sealed class KnownDevices(IDataProtectionProvider protection)
{
    private const string Cookie = "dk-device";

    /// <summary>A shared computer of an office.</summary>
    private const int MostPeople = 20;

    private readonly IDataProtector _protector = protection.CreateProtector("dk-device");

    public SignInPlace PlaceOf(HttpContext http, Guid? accountId) =>
        Read(http) is { } device && accountId is { } id && device.People.Contains(id)
            ? new(device.Id.ToString("N"), IsKnown: true)
            : new(Network(http.Connection.RemoteIpAddress), IsKnown: false);

    public void Remember(HttpContext http, Guid accountId)
    {
        var (id, people) = Read(http) ?? (Ids.New(), []);
        var known = people.Where(p => p != accountId).Prepend(accountId).Take(MostPeople);
        var text = $"{id:N} {string.Join(' ', known.Select(p => p.ToString("N")))}";
        http.Response.Cookies.Append(
            Cookie,
            _protector.Protect(text),
            new()
            {
                HttpOnly = true,
                Secure = http.Request.IsHttps,
                SameSite = SameSiteMode.Lax,
                IsEssential = true,
                MaxAge = TimeSpan.FromDays(365),
                Path = SignInSetup.Address,
            }
        );
    }

    private (Guid Id, IReadOnlyList<Guid> People)? Read(HttpContext http)
    {
        if (http.Request.Cookies[Cookie] is not { Length: > 0 } cookie)
            return null;
        try
        {
            var parts = _protector.Unprotect(cookie).Split(' ').Select(part => Guid.ParseExact(part, "N")).ToList();
            return (parts[0], parts[1..]);
        }
        catch (Exception forged) when (forged is CryptographicException or FormatException)
        {
            return null;
        }
    }

    /// <summary>An IPv6 household or office has a whole /64 to itself.</summary>
    private static string Network(IPAddress? address)
    {
        if (address is null)
            return "";
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return plain.AddressFamily == AddressFamily.InterNetworkV6
            ? Convert.ToHexString(plain.GetAddressBytes().AsSpan(0, 8))
            : plain.ToString();
    }
}
