namespace DoanKet.Ui.Shell;

/// <summary>Where a form wants to go back to.</summary>
public static class LocalAddress
{
    /// <summary>The address when it lies inside the program, else the home page.</summary>
    public static string OrHome(string? address) =>
        address is { Length: > 0 }
        && address[0] == '/'
        && (address.Length == 1 || address[1] is not ('/' or '\\'))
        && !address.Any(char.IsControl)
            ? address
            : ShellAddresses.Home;
}
