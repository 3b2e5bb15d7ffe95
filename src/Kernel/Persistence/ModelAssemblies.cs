using System.Reflection;

namespace DoanKet.Kernel.Persistence;

/// <summary>The assemblies whose entity configurations make up the model: Kernel and every module.</summary>
public sealed record ModelAssemblies(IReadOnlyList<Assembly> All);
