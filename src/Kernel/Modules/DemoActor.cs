using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Kernel.Modules;

/// <summary>Lets the demonstration do something as one of its people does it, through the handlers of the pages.</summary>
public sealed class DemoActor(UnionDb db, UserContext user, CurrentUserLoader people)
{
    /// <summary>From now on the person acts, in the first post.</summary>
    public async Task<CurrentUser> BecomeAsync(string userName, CancellationToken ct) =>
        await BecomeAsync(await db.Users.Where(a => a.UserName == userName).Select(a => a.Id).FirstAsync(ct), ct);

    /// <inheritdoc cref="BecomeAsync(string, CancellationToken)"/>
    public async Task<CurrentUser> BecomeAsync(Guid accountId, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        return user.Current =
            await people.LoadAsync(accountId, null, ct) ?? throw new InvalidOperationException("A person of the demonstration is gone.");
    }

    /// <summary>Nobody acts any more.</summary>
    public void Leave()
    {
        user.Current = null;
        db.ChangeTracker.Clear();
    }

    /// <exception cref="InvalidOperationException">The act was refused.</exception>
    public static void Done(Result result)
    {
        if (!result.Ok)
            throw new InvalidOperationException("The demonstration could not be made: " + result.Message);
    }

    /// <inheritdoc cref="Done(Result)"/>
    public static T Done<T>(Result<T> result)
    {
        Done((Result)result);
        return result.Value;
    }
}
