namespace DoanKet.Modules.Signing;

/// <summary>Names of jobs that several features ask for.</summary>
internal static class SigningJobs
{
    /// <summary>Looks again at kept files whose time has come, and at all of them when other roots are trusted.</summary>
    public const string CheckAgain = "signing.check-again";
}
