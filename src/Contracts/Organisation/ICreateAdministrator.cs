using DoanKet.Kernel.Results;

namespace DoanKet.Contracts.Organisation;

/// <summary>Makes the first administrator of an installation, or gives one a new password.</summary>
public interface ICreateAdministrator
{
    /// <param name="federation">Name of the top unit, needed while there is none.</param>
    /// <returns>The one-time password; it must be changed at the first sign-in.</returns>
    Task<Result<string>> HandleAsync(string userName, string? federation, CancellationToken ct);
}
