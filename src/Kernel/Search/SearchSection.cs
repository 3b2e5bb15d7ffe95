namespace DoanKet.Kernel.Search;

/// <summary>A kind of thing that a module lets people find, e.g. incoming documents. Each is searched by itself.</summary>
/// <param name="Code">Two lower-case letters, the same for ever and unlike those of every other section; stands in the index.</param>
public sealed record SearchSection(string Code);

/// <summary>A unit that has a text, and as what.</summary>
public readonly record struct SearchOwner(SearchSection Section, string UnitPath);

/// <summary>Where a person looks: among what one unit has, or also among what all below it have.</summary>
public readonly record struct SearchPlace(SearchSection Section, string UnitPath, bool AndBelow = false);
