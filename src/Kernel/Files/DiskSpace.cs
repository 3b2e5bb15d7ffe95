namespace DoanKet.Kernel.Files;

/// <summary>Tells a full disk from the other ways in which a file can fail.</summary>
public static class DiskSpace
{
    // On Unix .NET leaves the system's own error number in HResult: no space, file too large for its limit, quota used up (Linux, macOS).
    private const int NoSpace = 28,
        FileTooLarge = 27,
        LinuxQuota = 122,
        MacQuota = 69;

    // ERROR_DISK_FULL and ERROR_HANDLE_DISK_FULL as HRESULT; .NET gives the first for a failed preallocation everywhere.
    private const int WindowsDiskFull = unchecked((int)0x80070070),
        WindowsHandleDiskFull = unchecked((int)0x80070027);

    /// <summary>True when the file could not be written for want of space.</summary>
    public static bool IsUsedUp(IOException error) =>
        error.HResult is NoSpace or FileTooLarge or LinuxQuota or MacQuota or WindowsDiskFull or WindowsHandleDiskFull;
}
