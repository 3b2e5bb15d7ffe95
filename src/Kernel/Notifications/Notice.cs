using DoanKet.Kernel.Accounts;
using DoanKet.Kernel.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DoanKet.Kernel.Notifications;

/// <summary>A line in a person's bell: what happened and where to look.</summary>
public sealed class Notice
{
    public Guid Id { get; set; }

    public Guid AccountId { get; set; }

    public required string Text { get; set; }

    /// <summary>Address inside the program.</summary>
    public required string Link { get; set; }

    public DateTime At { get; set; }

    public DateTime? ReadAt { get; set; }

    /// <summary>Of an urgent document, or of something that can't wait for the morning.</summary>
    public bool IsUrgent { get; set; }

    /// <summary>When it went out by mail because nobody had read it; null when it did not.</summary>
    public DateTime? MailedAt { get; set; }

    private const int MaxText = 500;

    /// <summary>A new line; a text that is too long is cut.</summary>
    public static Notice To(Guid accountId, string text, string link, DateTime at, bool isUrgent = false) =>
        new()
        {
            Id = Ids.New(),
            AccountId = accountId,
            Text = Cut(text),
            Link = link,
            At = at,
            IsUrgent = isUrgent,
        };

    public static string Cut(string text) => text.Shortened(MaxText);

    private sealed class Configuration : IEntityTypeConfiguration<Notice>
    {
        public void Configure(EntityTypeBuilder<Notice> notice)
        {
            notice.ToTable("kernel_notices");
            notice.Property(n => n.Text).HasMaxLength(MaxText);
            notice.Property(n => n.Link).HasMaxLength(300);
            notice.HasIndex(n => new
            {
                n.AccountId,
                n.ReadAt,
                n.At,
            });
            notice.HasOne<Account>().WithMany().HasForeignKey(n => n.AccountId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}

/// <summary>Tells people inside the program, in the transaction of what happened; of who is away today the deputy is told too.</summary>
public sealed class Notices(UnionDb db, Deputies deputies, TimeProvider time)
{
    public async Task TellAsync(Guid accountId, string text, string link, CancellationToken ct, bool urgent = false)
    {
        foreach (var person in await WithDeputiesAsync([accountId], ct))
            db.Add(Notice.To(person, text, link, time.UtcDateTime(), urgent));
    }

    /// <summary>Tells everybody whose post in one of the units carries one of the roles today.</summary>
    public async Task TellPostsAsync(
        IReadOnlyCollection<Guid> unitIds,
        IReadOnlyCollection<string> roles,
        string text,
        string link,
        CancellationToken ct,
        bool urgent = false
    )
    {
        var people = await db
            .Posts.HeldOn(time.Today())
            .Where(p => unitIds.Contains(p.UnitId) && roles.Contains(p.RoleCode))
            .Select(p => p.AccountId)
            .Distinct()
            .ToListAsync(ct);
        foreach (var person in await WithDeputiesAsync(people, ct))
            db.Add(Notice.To(person, text, link, time.UtcDateTime(), urgent));
    }

    private async Task<IEnumerable<Guid>> WithDeputiesAsync(IReadOnlyList<Guid> people, CancellationToken ct)
    {
        var today = await deputies.TodayAsync(ct);
        return people.Concat(people.Where(today.ContainsKey).Select(person => today[person].AccountId)).Distinct();
    }
}
