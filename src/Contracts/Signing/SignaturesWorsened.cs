using DoanKet.Kernel.Events;

namespace DoanKet.Contracts.Signing;

/// <summary>Kept files were looked at again, and signatures that counted do not count any more.</summary>
/// <param name="Files">SHA-256 of each, <see cref="Most"/> at most.</param>
public sealed record SignaturesWorsened(IReadOnlyList<string> Files) : IEvent
{
    /// <summary>So many are told; all stand on the pages of their documents.</summary>
    public const int Most = 1000;

    public static string Name => "signing.signatures-worsened";
}
