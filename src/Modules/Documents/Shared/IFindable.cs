using DoanKet.Kernel.Access;

namespace DoanKet.Modules.Documents.Shared;

/// <summary>A record that is found by its number and by what its content says.</summary>
internal interface IFindable : IOwnedByUnit
{
    Guid Id { get; }

    /// <summary>Says in one line which document it is, for the audit log.</summary>
    string AuditName { get; }

    string NumberKey { get; }

    DocumentContent Content { get; }

    /// <summary>That of the content. It stands here too, so that what the index found is put in order without a look at the
    /// contents.</summary>
    long? SearchId { get; }
}
