namespace DoanKet.Kernel.Settings;

/// <summary>Section <c>Audit</c>.</summary>
public sealed class AuditOptions
{
    /// <summary>Who is told each day by mail how long the audit log is and how it ends; best somebody outside the office.</summary>
    public string? AnchorMail { get; set; }
}
