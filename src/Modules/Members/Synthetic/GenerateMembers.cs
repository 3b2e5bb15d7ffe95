using DoanKet.Kernel;
using DoanKet.Kernel.Audit;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Kernel.Secrets;
using DoanKet.Modules.Members.Shared;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Members.Synthetic;

/// <summary>How many were made.</summary>
internal sealed record GeneratedMembers(int Members, int Duplicates, int Defects, int Unions);

/// <summary>
/// Fills the grassroots unions with people who were made up, for trials and measurements, and lists what was planted among them.
/// </summary>
internal sealed class GenerateMembers(UnionDb db, Work work, AuditTrail audit, FieldCipher cipher, KeepFigures figures, TimeProvider time)
{
    private const int AtOnce = 20_000;

    /// <param name="planted">Gets a line of JSON for each planted duplicate and defect; null for none.</param>
    public async Task<Result<GeneratedMembers>> HandleAsync(int count, int seed, TextWriter? planted, CancellationToken ct)
    {
        var today = time.Today();
        var unions = await db
            .Units.AsNoTracking()
            .Where(u => u.KindCode == "grassroots" || u.KindCode == "syndicate")
            .Where(u => u.ValidFrom <= today && (u.ValidTo == null || u.ValidTo >= today))
            .OrderBy(u => u.Path)
            .Select(u => u.Id)
            .ToListAsync(ct);
        if (unions.Count == 0)
            return Result<GeneratedMembers>.Fail("Chưa có công đoàn cơ sở nào; hãy lập cây đơn vị trước (doanket demo).");
        var (members, duplicates, defects) = (0, 0, 0);
        var random = new Random(seed);
        var ids = new Guid[count];
        foreach (var some in new SyntheticPeople(seed).Take(count).Chunk(AtOnce))
        {
            var records = some.Select(person => Record(person, unions[UnionOf(random, unions.Count)])).ToList();
            for (var i = 0; i < some.Length; i++)
                ids[some[i].Index] = records[i].Member.Id;
            await ForgetTakenNumbersAsync(records, ct);
            await SaveAsync(records, ct);
            foreach (var person in some.Where(person => person.Planted.Count > 0))
            {
                duplicates += person.CopyOf is null ? 0 : 1;
                defects += person.CopyOf is null ? 1 : 0;
                if (planted is not null)
                    await planted.WriteLineAsync(Line(person, ids));
            }
            members += some.Length;
        }
        return new GeneratedMembers(members, duplicates, defects, unions.Count);
    }

    /// <summary>A few large unions and many small ones.</summary>
    private static int UnionOf(Random random, int unions) => (int)(Math.Pow(random.NextDouble(), 2) * unions);

    private MemberRecord Record(SyntheticPerson person, Guid unit)
    {
        var member = new Member
        {
            Id = Ids.New(),
            UnitId = unit,
            State = MemberState.Active,
            Sex = person.Sex,
            Born = person.Born,
            Phone = person.Phone,
            Position = person.Position,
            JoinedOn = person.JoinedOn,
            EnteredAt = time.UtcDateTime(),
        };
        member.Rename(person.FullName);
        if (person.NationalId is { } id)
        {
            member.NationalIdSealed = cipher.Seal(id);
            member.NationalIdKey = cipher.Hash(Member.NationalIdPurpose, id);
        }
        return new(
            member,
            new() { MemberId = member.Id, HomeTown = person.HomeTown },
            new()
            {
                MemberId = member.Id,
                Ethnicity = person.Ethnicity,
                IsPartyMember = person.IsPartyMember,
            }
        );
    }

    /// <summary>People of another seed may have some of the numbers.</summary>
    private async Task ForgetTakenNumbersAsync(List<MemberRecord> records, CancellationToken ct)
    {
        var byKey = records.Where(r => r.Member.NationalIdKey is not null).ToDictionary(r => r.Member.NationalIdKey!.Value, r => r.Member);
        foreach (var keys in byKey.Keys.Chunk(2000))
        foreach (
            var taken in await db
                .Members.Where(m => keys.Contains(m.NationalIdKey!.Value))
                .Select(m => m.NationalIdKey!.Value)
                .ToListAsync(ct)
        )
            (byKey[taken].NationalIdSealed, byKey[taken].NationalIdKey) = (null, null);
    }

    private Task<Result> SaveAsync(List<MemberRecord> records, CancellationToken ct) =>
        work.RunAsync(
            async () =>
            {
                await db.Dialect.BulkInsertAsync(db, records.Select(r => r.Member), ct);
                await db.Dialect.BulkInsertAsync(db, records.Select(r => r.Profile), ct);
                await db.Dialect.BulkInsertAsync(db, records.Select(r => r.Sensitive), ct);
                records.ForEach(record => figures.Add(record.Member));
                await figures.SaveAsync(ct);
                audit.Record("members.generated", null, $"Tạo {records.Count} đoàn viên giả lập");
                return Result.Success;
            },
            ct
        );

    private static string Line(SyntheticPerson person, Guid[] ids) =>
        person.CopyOf is { } first
            ? VerbJson.Line(
                new
                {
                    Kind = "duplicate",
                    A = ids[first],
                    B = ids[person.Index],
                    How = person.Planted,
                }
            )
            : VerbJson.Line(
                new
                {
                    Kind = "defect",
                    Id = ids[person.Index],
                    What = person.Planted[0],
                }
            );
}
