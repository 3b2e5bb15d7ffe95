using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using DoanKet.Contracts.Outreach;
using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Audit;
using DoanKet.Kernel.Jobs;
using DoanKet.Kernel.Mail;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Kernel.Secrets;
using DoanKet.Modules.Members.Shared;
using DoanKet.PersonalData;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Members.OwnPage;

/// <summary>
/// Lets members in by a code that is good once: sent by mail or to the phone that the registry knows, or given by the union's officer.
/// Whether somebody is in the registry is told to nobody.
/// </summary>
internal sealed class LetIn(
    UnionDb db,
    Work work,
    AuditTrail audit,
    UserContext user,
    FieldCipher cipher,
    JobQueue jobs,
    OwnSessions sessions,
    IMailer mailer,
    IEnumerable<IPhoneMessenger> messengers,
    TimeProvider time
)
{
    /// <summary>Minutes for which a code counts that was sent, and hours for one that an officer wrote down.</summary>
    public const int Minutes = 10,
        Hours = 24;

    private const string Purpose = "members.one-time-code",
        Wrong = "Mã chưa đúng, đã dùng rồi hoặc đã hết hạn. Hãy xem lại mã, hoặc lấy mã mới.";

    private const int CodesAnHour = 3,
        SentDigits = 6,
        GivenDigits = 8,
        MaxTyped = 40;

    /// <summary>Whether a code can be sent at all; else only the officer gives one.</summary>
    public bool CanSend => mailer.IsUsed || messengers.Any(m => m.IsUsed);

    /// <param name="typed">Number of the citizen card, or phone.</param>
    public Task<Result> SendAsync(string typed, CancellationToken ct) =>
        work.RunAsync(
            async () =>
            {
                if (await FindAsync(typed, ct) is not { } member || !CanReach(member))
                    return Result.Success;
                await db.Dialect.LockRowAsync<Member>(db, member.Id, ct);
                var since = time.UtcDateTime().AddHours(-1);
                if (await db.OneTimeCodes.CountAsync(c => c.MemberId == member.Id && c.MadeAt > since, ct) >= CodesAnHour)
                    return Result.Success;
                var code = Make(member.Id, SentDigits, TimeSpan.FromMinutes(Minutes));
                var payload = cipher.Seal(JsonSerializer.Serialize(new SentCode(member.Id, code)));
                jobs.Add(SendCode.Name, Convert.ToBase64String(payload));
                return Result.Success;
            },
            ct
        );

    /// <summary>A code that the officer reads out or writes down, for members without mail.</summary>
    public Task<Result<string>> GiveAsync(Guid memberId, CancellationToken ct) =>
        work.RunAsync(
            async () =>
            {
                var member = await db.FindMemberAsync(user.Required, Permissions.Edit, memberId, ct);
                if (member is null)
                    return Result<string>.Refuse("Anh/chị không có quyền cấp mã cho đoàn viên này.");
                audit.Record("members.own.code", memberId, $"Cấp mã vào trang riêng cho {member.FullName}, {member.Unit.Name}");
                return Result.Of(Make(memberId, GivenDigits, TimeSpan.FromHours(Hours)));
            },
            ct
        );

    /// <summary>A phone was lost: nobody is signed in as the member any more, nor comes in by a key.</summary>
    public Task<Result> EndSessionsAsync(Guid memberId, CancellationToken ct) =>
        work.RunAsync(
            async () =>
            {
                var member = await db.FindMemberAsync(user.Required, Permissions.Edit, memberId, ct);
                if (member is null)
                    return Result.Refuse("Anh/chị không có quyền với trang riêng của đoàn viên này.");
                await db.MemberSessions.Where(s => s.MemberId == memberId).ExecuteDeleteAsync(ct);
                await db.MemberPasskeys.Where(k => k.MemberId == memberId).ExecuteDeleteAsync(ct);
                await db.OneTimeCodes.Where(c => c.MemberId == memberId).ExecuteDeleteAsync(ct);
                audit.Record("members.own.ended", memberId, $"Đưa {member.FullName} ra khỏi trang riêng trên mọi máy");
                return Result.Success;
            },
            ct
        );

    /// <summary>Begins a session in this browser.</summary>
    public async Task<Result> EnterAsync(string typed, string code, HttpContext http, CancellationToken ct)
    {
        var entered = await work.RunAsync(
            async () =>
            {
                if (await FindAsync(typed, ct) is not { } member || !await UseAsync(member.Id, Digits(code), ct))
                    return Result.Of(false);
                sessions.Begin(http, member.Id);
                audit.Record("members.own.signin", member.Id, $"{member.FullName} vào trang riêng");
                return Result.Of(true);
            },
            ct
        );
        return entered.Value ? Result.Success : Result.Fail(Wrong, "Code");
    }

    /// <returns>Null also where several people have the phone: then the number of the card tells who it is.</returns>
    private async Task<Member?> FindAsync(string typed, CancellationToken ct)
    {
        if (typed.Length > MaxTyped)
            return null;
        List<Member> found = [];
        if (NationalId.Read(typed, out _) is { } number)
        {
            var key = cipher.Hash(Member.NationalIdPurpose, number.Digits);
            found = await db.Members.AsNoTracking().Where(m => m.NationalIdKey == key).Take(2).ToListAsync(ct);
        }
        if (found.Count == 0 && PhoneNumber.Read(typed, out _) is { } phone)
            found = await db.Members.AsNoTracking().Where(m => m.Phone == phone && m.State != MemberState.Left).Take(2).ToListAsync(ct);
        return found is [var only] ? only : null;
    }

    private bool CanReach(Member member) =>
        (member.Email.Length > 0 && mailer.IsUsed) || (member.Phone.Length > 0 && messengers.Any(m => m.IsUsed));

    private string Make(Guid memberId, int digits, TimeSpan life)
    {
        var most = (int)Math.Pow(10, digits);
        var code = RandomNumberGenerator.GetInt32(most).ToString(new string('0', digits), CultureInfo.InvariantCulture);
        db.Add(
            new OneTimeCode
            {
                Id = Ids.New(),
                MemberId = memberId,
                CodeKey = KeyOf(memberId, code),
                MadeAt = time.UtcDateTime(),
                EndsAt = time.UtcDateTime() + life,
            }
        );
        return code;
    }

    /// <summary>Counts a wrong try against every code that is open; a right one is gone.</summary>
    private async Task<bool> UseAsync(Guid memberId, string code, CancellationToken ct)
    {
        await db.Dialect.LockRowAsync<Member>(db, memberId, ct);
        var now = time.UtcDateTime();
        var open = await db
            .OneTimeCodes.Where(c => c.MemberId == memberId && c.EndsAt > now && c.Tries < OneTimeCode.MostTries)
            .ToListAsync(ct);
        var key = KeyOf(memberId, code);
        if (open.Find(c => c.CodeKey == key) is { } right)
        {
            db.Remove(right);
            return true;
        }
        open.ForEach(c => c.Tries++);
        return false;
    }

    private Guid KeyOf(Guid memberId, string code) => cipher.Hash(Purpose, $"{memberId}:{code}");

    private static string Digits(string code) => new([.. code.Where(char.IsAsciiDigit).Take(MaxTyped)]);
}
