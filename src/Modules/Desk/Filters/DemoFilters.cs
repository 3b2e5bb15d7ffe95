using DoanKet.Kernel;
using DoanKet.Kernel.Accounts;
using DoanKet.Kernel.Modules;
using DoanKet.Kernel.Persistence;
using DoanKet.Ui.Shell;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Desk.Filters;

/// <summary>The clerk of the demonstration has saved a filter, so that one is seen.</summary>
internal sealed class DemoFilters(UnionDb db) : IDemoPart
{
    private const string Clerk = "vanthu";

    private const string Incoming = "/van-ban/den";

    /// <summary>After the people.</summary>
    public int Order => 90;

    public async Task GenerateAsync(DemoContext demo, CancellationToken ct)
    {
        db.Add(
            new SavedFilter
            {
                Id = Ids.New(),
                AccountId = await db.Set<Account>().Where(a => a.UserName == Clerk).Select(a => a.Id).SingleAsync(ct),
                Path = Incoming,
                Name = "Về đại hội",
                Address = ListAddress.Of(Incoming + "?tu-khoa=đại hội"),
            }
        );
        await db.SaveChangesAsync(ct);
    }
}
