using DoanKet.Kernel.Access;
using DoanKet.Kernel.Catalogues;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DoanKet.Modules.Organisation.Catalogue;

[Requires(Permissions.OperationsCode, Everywhere = true)]
internal sealed class ListModel(KeepCatalogue keep) : PageModel
{
    public IReadOnlyList<ICatalogue> Catalogues => keep.All;
}
