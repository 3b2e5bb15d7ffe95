namespace DoanKet.Kernel;

/// <summary>Makes the identifiers of all rows: Guid version 7, which sort by the time they were made.</summary>
public static class Ids
{
#pragma warning disable RS0030 // the one place that makes identifiers
    public static Guid New() => Guid.CreateVersion7();

    /// <summary>An identifier that sorts at the given instant, for generated and imported history.</summary>
    public static Guid At(DateTimeOffset instant) => Guid.CreateVersion7(instant);
#pragma warning restore RS0030
}
