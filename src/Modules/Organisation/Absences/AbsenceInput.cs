namespace DoanKet.Modules.Organisation.Absences;

/// <summary>The form of an absence.</summary>
internal sealed class AbsenceInput
{
    /// <summary>Empty: today.</summary>
    public DateOnly? FirstDay { get; set; }

    public DateOnly? LastDay { get; set; }

    public Guid? DeputyId { get; set; }

    /// <summary>Number and date of a giấy ủy quyền; empty when nothing is to be signed.</summary>
    public string? WrittenAuthority { get; set; }
}
