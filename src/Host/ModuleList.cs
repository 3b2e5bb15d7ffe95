using DoanKet.Kernel.Modules;
using DoanKet.Modules.Desk;
using DoanKet.Modules.Documents;
using DoanKet.Modules.Members;
using DoanKet.Modules.Organisation;
using DoanKet.Modules.Signing;

namespace DoanKet.Host;

/// <summary>The modules of the program, in the order of the menu.</summary>
public static class ModuleList
{
    public static IReadOnlyList<IModule> All { get; } =
    [new DeskModule(), new DocumentsModule(), new SigningModule(), new MembersModule(), new OrganisationModule()];
}
