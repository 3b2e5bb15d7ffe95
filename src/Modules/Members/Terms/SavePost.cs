using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Audit;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Members.Shared;
using DoanKet.PersonalData;
using DoanKet.VietnameseText;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Members.Terms;

internal sealed class PostInput
{
    public UnionBody? Body { get; set; }

    public string Position { get; set; } = "";

    public string FullName { get; set; } = "";

    public bool IsFullTime { get; set; }

    /// <summary>Null: from the congress on.</summary>
    public DateOnly? FromOn { get; set; }
}

/// <summary>Puts somebody into a body of a union, or writes that the post ended.</summary>
internal sealed class SavePost(UnionDb db, Work work, AuditTrail audit, UserContext user, TimeProvider time)
{
    public Task<Result> AddAsync(Guid termId, PostInput input, CancellationToken ct) =>
        work.RunAsync(
            async () =>
            {
                var term = await db
                    .UnionTerms.VisibleTo(user.Required, Permissions.Edit)
                    .Include(t => t.Unit)
                    .FirstOrDefaultAsync(t => t.Id == termId, ct);
                if (term is null)
                    return Result.Refuse("Anh/chị không có quyền ghi nhiệm kỳ của đơn vị này.");
                var check = Read(term, input);
                if (!check.Ok)
                    return check.AsResult();
                var name = PersonName.Tidy(input.FullName);
                db.Add(
                    new UnionPost
                    {
                        Id = Ids.New(),
                        TermId = termId,
                        Body = input.Body!.Value,
                        Position = input.Position,
                        FullName = name,
                        MemberId = await MemberAsync(term.UnitId, name, ct),
                        IsFullTime = input.IsFullTime,
                        FromOn = input.FromOn ?? term.FromOn,
                    }
                );
                audit.Record("members.post.added", termId, $"{name}: {input.Position}, {input.Body.Value.Name()} {term.Unit.Name}");
                return Result.Success;
            },
            ct
        );

    /// <summary>As of today, or of the last day of the term where that is earlier.</summary>
    public Task<Result> EndAsync(Guid postId, CancellationToken ct) =>
        work.RunAsync(
            async () =>
            {
                var terms = db.UnionTerms.VisibleTo(user.Required, Permissions.Edit);
                var post = await db
                    .UnionPosts.Include(p => p.Term)
                        .ThenInclude(t => t.Unit)
                    .FirstOrDefaultAsync(p => p.Id == postId && terms.Any(t => t.Id == p.TermId), ct);
                if (post is null)
                    return Result.Refuse("Anh/chị không có quyền ghi nhiệm kỳ của đơn vị này.");
                if (post.ToOn is not null)
                    return Result.Fail("Chức vụ này đã thôi.");
                var today = time.Today();
                post.ToOn = post.Term.ToOn < today ? post.Term.ToOn : today;
                audit.Record("members.post.ended", post.TermId, $"{post.FullName} thôi {post.Position}, {post.Term.Unit.Name}");
                return Result.Success;
            },
            ct
        );

    private static Check Read(UnionTerm term, PostInput input) =>
        new Check()
            .That(input.Body is not null, nameof(input.Body), "Hãy chọn ban.")
            .That(
                input.Body is null || input.Body.Value.Positions().Contains(input.Position),
                nameof(input.Position),
                "Hãy chọn chức vụ của ban ấy."
            )
            .Filled(input.FullName, nameof(input.FullName), "Hãy ghi họ tên.")
            .AtMost(input.FullName, UnionPost.MaxName, nameof(input.FullName), "Họ tên")
            .That(
                input.FromOn is null || (input.FromOn >= term.FromOn && input.FromOn <= term.ToOn),
                nameof(input.FromOn),
                "Ngày giữ chức vụ phải trong nhiệm kỳ."
            );

    /// <summary>The one member of the union who is called so.</summary>
    private async Task<Guid?> MemberAsync(Guid unitId, string name, CancellationToken ct)
    {
        var fold = Fold.Text(name);
        var found = await db
            .Members.Where(m => m.UnitId == unitId && m.NameFold == fold && m.State != MemberState.Left)
            .Select(m => m.Id)
            .Take(2)
            .ToListAsync(ct);
        return found is [var only] ? only : null;
    }
}
