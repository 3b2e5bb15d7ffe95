namespace DoanKet.Modules.Signing.Providers;

/// <summary>A provider of remote signing that the administrator has set.</summary>
/// <param name="Code">In the settings and on keys: "vnpt".</param>
/// <param name="Name">As people know it: "VNPT SmartCA".</param>
internal sealed record SigningProvider(
    string Code,
    string Name,
    ProviderLanguage Language,
    Uri Address,
    string Id,
    string Secret,
    string Profile,
    int MostDocuments
)
{
    public const int MaxCode = 50;

    /// <summary>What the provider calls its customer by.</summary>
    public string UserLabel =>
        Language switch
        {
            ProviderLanguage.SmartCa => "Số giấy tờ đã đăng ký (căn cước, hộ chiếu hoặc mã số thuế)",
            ProviderLanguage.MySign => "Tên đăng nhập MySign (có dạng CMT_… hoặc MST_…)",
            _ => "Mã người dùng ở nhà cung cấp",
        };

    /// <exception cref="InvalidOperationException">Something is missing or wrong; said when the program starts, not to a leader who
    /// signs.</exception>
    public static SigningProvider From(string code, ProviderOptions options)
    {
        var place = $"Signing:Providers:{code}";
        if (code.Length > MaxCode)
            throw new InvalidOperationException($"{place}: the code is longer than {MaxCode} letters.");
        if (
            options.Address is not { IsAbsoluteUri: true } address
            || !(address.Scheme == "https" || address is { Scheme: "http", IsLoopback: true })
        )
            throw new InvalidOperationException($"{place}:Address is no https address.");
        if (options.MostDocuments < 1)
            throw new InvalidOperationException($"{place}:MostDocuments is less than 1.");
        return new(
            code,
            Filled(options.Name, "Name"),
            options.Language ?? throw new InvalidOperationException($"{place}:Language is missing."),
            address.AbsoluteUri.EndsWith('/') ? address : new(address.AbsoluteUri + "/"),
            Filled(options.Id, "Id"),
            Filled(options.Secret, "Secret"),
            options.Language == ProviderLanguage.MySign ? Filled(options.Profile, "Profile") : "",
            options.MostDocuments
        );

        string Filled(string? value, string name) =>
            string.IsNullOrWhiteSpace(value) ? throw new InvalidOperationException($"{place}:{name} is missing.") : value;
    }
}
