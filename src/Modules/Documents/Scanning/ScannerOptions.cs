namespace DoanKet.Modules.Documents.Scanning;

/// <summary>Section <c>Scanner</c> of the settings.</summary>
internal sealed class ScannerOptions
{
    /// <summary>Code of a unit → folder on this machine into which its scanner writes, e.g. <c>Scanner__Folders__H01=/srv/quet/h01</c>.
    /// </summary>
    public Dictionary<string, string> Folders { get; } = [];

    /// <summary>Seconds for which a file must have rested: a younger one may still be written.</summary>
    public int RestSeconds { get; set; } = 10;
}
