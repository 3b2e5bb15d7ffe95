using DoanKet.Kernel;
using DoanKet.Modules.Members.Shared;
using DoanKet.VietnameseText;

namespace DoanKet.Modules.Members.Moving;

/// <summary>Where within the union a member stands: the section (bộ phận, tổ) and the post held, as the registry says.</summary>
internal readonly record struct MemberPlace(string Section, string Post)
{
    public static MemberPlace Of(MemberRecord record) => new(record.Member.Department, record.Profile.UnionPost);

    /// <summary>The movements that lead from here to where the record stands now.</summary>
    /// <param name="on">From which day on.</param>
    public IEnumerable<MemberMovement> To(MemberRecord record, DateOnly on, DateTime recordedAt, string recordedBy)
    {
        // Whoever was not approved yet has no history.
        if (record.Member.State == MemberState.AwaitingApproval)
            return [];
        var now = Of(record);
        return [.. Movement(MovementKind.SectionChanged, Section, now.Section), .. Movement(MovementKind.PostChanged, Post, now.Post)];

        // What was not known before is learned and not changed, and the same words written otherwise are no change.
        IEnumerable<MemberMovement> Movement(MovementKind kind, string before, string after) =>
            before.Length == 0 || Fold.Text(before) == Fold.Text(after)
                ? []
                :
                [
                    new()
                    {
                        Id = Ids.New(),
                        MemberId = record.Member.Id,
                        Kind = kind,
                        UnitId = record.Member.UnitId,
                        On = on,
                        Reason = $"{before} → {(after.Length > 0 ? after : "không ghi")}",
                        RecordedAt = recordedAt,
                        RecordedBy = recordedBy,
                    },
                ];
    }
}
