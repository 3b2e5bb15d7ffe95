namespace DoanKet.Modules.Documents.Incoming;

/// <summary>The form that puts an entry right: all that was entered, and why it changes.</summary>
internal sealed class CorrectInput : RegisterInput
{
    public string? Reason { get; set; }

    /// <summary>Of the record that the person had before the eyes.</summary>
    public int Version { get; set; }
}
