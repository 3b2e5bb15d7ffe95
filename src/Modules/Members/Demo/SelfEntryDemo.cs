using System.Text.Json;
using DoanKet.CardTokens;
using DoanKet.Kernel;
using DoanKet.Kernel.Modules;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Secrets;
using DoanKet.Modules.Members.SelfEntry;
using DoanKet.Modules.Members.Shared;
using DoanKet.Modules.Members.Synthetic;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Members.Demo;

/// <summary>A union with an open poster and some slips that came by it, of people made up.</summary>
internal sealed class SelfEntryDemo(UnionDb db, FieldCipher cipher, TimeProvider time) : IDemoPart
{
    private const int Slips = 3,
        Seed = 77;

    /// <summary>After the members, whose first union it is.</summary>
    public int Order => 71;

    public async Task GenerateAsync(DemoContext demo, CancellationToken ct)
    {
        var unit = await db.Members.OrderBy(m => m.Unit.Code).Select(m => (Guid?)m.UnitId).FirstOrDefaultAsync(ct);
        if (unit is null)
            return;
        db.Add(
            new EntryLink
            {
                Id = Ids.New(),
                UnitId = unit.Value,
                Code = CardCode.New(),
                MadeAt = time.UtcDateTime(),
                MadeBy = "Trình diễn",
            }
        );
        foreach (var person in new SyntheticPeople(Seed).Take(Slips))
            if (person.NationalId is { } number)
                db.Add(Slip(unit.Value, person, number));
        await db.SaveChangesAsync(ct);
    }

    private EntrySlip Slip(Guid unit, SyntheticPerson person, string number)
    {
        SlipInput form = new()
        {
            FullName = person.FullName,
            Sex = person.Sex,
            Born = person.Born?.ToString() ?? "",
            NationalId = number,
            Phone = person.Phone,
            Residence = person.HomeTown,
            Position = person.Position,
            Agrees = true,
        };
        return new()
        {
            Id = Ids.New(),
            UnitId = unit,
            FullName = person.FullName,
            NationalIdKey = cipher.Hash(Member.NationalIdPurpose, number),
            SealedForm = cipher.Seal(JsonSerializer.Serialize(form)),
            SentAt = time.UtcDateTime(),
            ConsentVersion = ConsentText.Version,
        };
    }
}
