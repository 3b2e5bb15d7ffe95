namespace DoanKet.Ui.Forms;

/// <summary>A page whose forms carry files, so that it may be sent much; every other page is sent a form's text and no more.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class UploadsAttribute : Attribute
{
    /// <summary>Bytes that somebody who has not signed in may send; 0 for no more than a form's text.</summary>
    public long StrangerBytes { get; init; }
}
