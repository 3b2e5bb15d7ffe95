namespace DoanKet.Ui.Forms;

/// <summary>Whether a field's value was read out of the file, and how surely.</summary>
public enum ReadMark
{
    None,
    Read,

    /// <summary>Read, but a person must look.</summary>
    Doubtful,
}
