namespace DoanKet.Ui.Shell;

/// <summary>Where a form wants to go back to.</summary>
public static class LocalAddress
{
    /// <summary>The address when it lies inside the program, else the home page.</summary>
    public static string OrHome(string? address) =>
        address is { Length: > 0 }
        && address[0] == '/'
        && (address.Length == 1 || address[1] is not ('/' or '\\'))
        // As addresses are written in a header: everything else stands in them encoded.
        && address.All(c => c is > ' ' and <= '~')
            ? address
            : ShellAddresses.Home;
}
