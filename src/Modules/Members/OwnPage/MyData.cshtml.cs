using DoanKet.Kernel;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Secrets;
using DoanKet.Modules.Members.Exporting;
using DoanKet.Modules.Members.Importing;
using DoanKet.Modules.Members.Shared;
using DoanKet.PersonalData;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Members.OwnPage;

/// <summary>What the registry says of the member, for the member: line by line, and to what he or she agreed.</summary>
internal sealed class MyDataModel(OwnSessions sessions, UnionDb db, FieldCipher cipher) : OwnPageModel(sessions)
{
    public IReadOnlyList<(string Name, string Value)> Lines { get; private set; } = [];

    public IReadOnlyList<MemberConsent> Consents { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var record = await db.ReadRecordAsync(Member, ct);
        Lines = [.. ExportColumn.All.Select(column => (Name(column), Text(column, record))).Where(line => line.Item2.Length > 0)];
        Consents = await db.Consents.AsNoTracking().Where(c => c.MemberId == Member.Id).OrderBy(c => c.At).ToListAsync(ct);
    }

    private static string Name(ExportColumn column) => column.Field == MemberField.UnitCode ? "Công đoàn" : column.Heading;

    private string Text(ExportColumn column, MemberRecord record) =>
        column.Field switch
        {
            // Masked: a phone is left lying about.
            MemberField.NationalId => Member.NationalIdSealed is { } number ? NationalId.Mask(cipher.Open(number)) : "",
            MemberField.Phone => PhoneNumber.Show(Member.Phone),
            MemberField.UnitCode => Member.Unit.Name,
            _ => column.Value(record) switch
            {
                null => "",
                DateOnly day => day.Show(),
                var value => value.ToString() ?? "",
            },
        };
}
