using DoanKet.Modules.Documents.Shared;
using Microsoft.AspNetCore.Http;

namespace DoanKet.Modules.Documents.Outgoing;

/// <summary>The fields of a draft as they stand in the form.</summary>
internal sealed class DraftForm
{
    public string? KindCode { get; set; } = "CV";

    public string? Subject { get; set; }

    public Urgency Urgency { get; set; }

    public DateOnly? ReplyBy { get; set; }

    public Guid? SignerId { get; set; }

    /// <summary>What stands above the position; a deputy's "KT." is added.</summary>
    public string? Authority { get; set; }

    public string? Note { get; set; }

    /// <summary>Accounts of those who sign beside the signer.</summary>
    public List<Guid> CoSigners { get; set; } = [];

    /// <summary>Of the draft as it stood when the form was opened.</summary>
    public int Version { get; set; }

    public IFormFile? File { get; set; }

    /// <summary>Files beside the text.</summary>
    public List<IFormFile> Annexes { get; set; } = [];

    public string? FileNote { get; set; }

    public DraftFields Fields =>
        new(KindCode ?? "", Subject ?? "", Urgency, ReplyBy, SignerId, Authority ?? "", Note ?? "") { CoSigners = CoSigners };

    public static DraftForm From(OutgoingDocument document) =>
        new()
        {
            KindCode = document.KindCode,
            Subject = document.Subject,
            Urgency = document.Urgency,
            ReplyBy = document.ReplyBy,
            SignerId = document.SignerId,
            Authority = document.SignerAuthority,
            Note = document.Note,
            CoSigners = [.. document.CoSigners.Select(s => s.AccountId)],
            Version = document.Version,
        };
}
