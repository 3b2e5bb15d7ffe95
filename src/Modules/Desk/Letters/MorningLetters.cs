using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Calendar;
using DoanKet.Kernel.Jobs;
using DoanKet.Kernel.Mail;
using DoanKet.Kernel.Notifications;
using DoanKet.Kernel.Persistence;
using DoanKet.Modules.Desk.Home;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Desk.Letters;

/// <summary>
/// On the morning of each working day one letter to everybody who asked for it: what waits and what was not read. Who has nothing gets
/// none. After a kill, or when the mail server puts some off, the next run of the same morning goes on with the rest.
/// </summary>
internal sealed class MorningLetters(
    UnionDb db,
    IMailer mailer,
    CurrentUserLoader people,
    ReadDesk desk,
    WriteLetter write,
    WorkingDays days,
    JobProgress progress,
    TimeProvider time
) : IJobHandler
{
    public const string Name = "desk.morning-letters";

    /// <summary>Every twenty minutes from seven until before ten.</summary>
    public const string Schedule = "*/20 7-9 * * *";

    private const int PeopleAtOnce = 50;

    /// <summary>After the longest holiday (Tết) all is still told.</summary>
    private static readonly TimeSpan Oldest = TimeSpan.FromDays(14);

    private sealed record Person(Guid Id, string FullName, string Email);

    private sealed record Addressed(Guid AccountId, IReadOnlyList<Guid> Notices);

    public async Task RunAsync(string payload, CancellationToken ct)
    {
        var today = time.Today();
        if (!mailer.IsUsed || !await days.IsWorkingAsync(today, ct))
            return;
        var waiting = await WaitingAsync(today, ct);
        var done = 0;
        foreach (var some in waiting.Chunk(PeopleAtOnce))
        {
            await SendAsync(some, today, ct);
            progress.Report(done += some.Length, waiting.Count);
        }
    }

    private Task<List<Person>> WaitingAsync(DateOnly today, CancellationToken ct) =>
        db.Set<MailChoice>()
            .AsNoTracking()
            .Where(c => c.Timing == MailTiming.EachMorning && (c.LastMorning == null || c.LastMorning < today))
            .Join(db.Users, c => c.AccountId, a => a.Id, (_, a) => a)
            .Where(a => a.Email != null && a.Email != "" && a.ClosedAt == null && !a.IsDemo)
            .OrderBy(a => a.Id)
            .Select(a => new Person(a.Id, a.FullName, a.Email!))
            .ToListAsync(ct);

    private async Task SendAsync(IReadOnlyList<Person> some, DateOnly today, CancellationToken ct)
    {
        Dictionary<Letter, Addressed> letters = new(ReferenceEqualityComparer.Instance);
        foreach (var person in some)
        {
            if (await people.LoadAsync(person.Id, null, ct) is not { } user)
                continue;
            var groups = await desk.HandleAsync(user, ct);
            var since = time.UtcDateTime() - Oldest;
            var notices = await db.Set<Notice>()
                .AsNoTracking()
                .Where(n => n.AccountId == person.Id && n.ReadAt == null && n.MailedAt == null && n.At >= since)
                .OrderByDescending(n => n.At)
                .ToListAsync(ct);
            if (groups.Count == 0 && notices.Count == 0)
                await SettleAsync(new(person.Id, []), today, ct);
            else
                letters.Add(
                    new(
                        person.FullName,
                        person.Email,
                        WriteLetter.Subject(groups, notices.Count),
                        write.Text(person.FullName, groups, notices)
                    ),
                    new(person.Id, [.. notices.Select(n => n.Id)])
                );
        }
        if (letters.Count > 0)
            await mailer.SendAsync([.. letters.Keys], letter => SettleAsync(letters[letter], today, ct), ct);
    }

    private async Task SettleAsync(Addressed letter, DateOnly today, CancellationToken ct)
    {
        await db.Set<MailChoice>()
            .Where(c => c.AccountId == letter.AccountId)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.LastMorning, today), ct);
        if (letter.Notices.Count == 0)
            return;
        DateTime? now = time.UtcDateTime();
        await db.Set<Notice>()
            .Where(n => letter.Notices.Contains(n.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(n => n.MailedAt, now), ct);
    }
}
