namespace DoanKet.Kernel.Settings;

/// <summary>Section <c>Site</c>: under which addresses people reach the program, and what stands between.</summary>
public sealed class SiteOptions
{
    /// <summary>"https://vanphong.example.vn": for links in mails, and the host name that is answered.</summary>
    public Uri? Address { get; set; }

    /// <summary>Further host names that are answered, with semicolons between.</summary>
    public string Hosts { get; set; } = "";

    /// <summary>
    /// Addresses or networks ("10.0.0.0/8") of reverse proxies on other machines, with semicolons between; one on this machine is always
    /// believed.
    /// </summary>
    public string Proxies { get; set; } = "";

    /// <summary>Split, trimmed, without empty parts.</summary>
    public static IReadOnlyList<string> Parts(string list) =>
        list.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
