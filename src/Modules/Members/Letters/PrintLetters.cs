using DoanKet.Kernel.Access;
using DoanKet.Kernel.Audit;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Kernel.Settings;
using DoanKet.Kernel.Units;
using DoanKet.Modules.Members.Shared;
using DoanKet.PaperForms;
using DoanKet.PersonalData;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Members.Letters;

/// <summary>Letters and labels for a list of members, as PDF to print; for whom and why stands in the log.</summary>
internal sealed class PrintLetters(UnionDb db, Work work, AuditTrail audit, UserContext user, DataFolder data)
{
    /// <summary>People in one file.</summary>
    public const int MostPeople = 3000;

    private const int MostText = 10_000,
        MostLine = 200;

    /// <param name="members">Whom the person may see, by the conditions of <see cref="Filtering.MemberFilter"/>.</param>
    /// <returns>A temporary file that begins at its beginning.</returns>
    public async Task<Result<Stream>> LettersAsync(IQueryable<Member> members, LetterInput input, CancellationToken ct)
    {
        var check = new Check()
            .Filled(input.Subject, nameof(input.Subject), "Hãy ghi thư về việc gì, ví dụ: Dự Hội nghị người lao động năm 2026.")
            .Filled(input.Text, nameof(input.Text), "Hãy ghi nội dung thư.")
            .Filled(input.SignerName, nameof(input.SignerName), "Hãy ghi họ tên người ký.")
            .AtMost(input.Kind, MostLine, nameof(input.Kind), "Tên thư")
            .AtMost(input.Subject, MostLine, nameof(input.Subject), "Về việc")
            .AtMost(input.PlaceAndDay, MostLine, nameof(input.PlaceAndDay), "Nơi, ngày")
            .AtMost(input.Text, MostText, nameof(input.Text), "Nội dung")
            .AtMost(input.SignerPosition, MostLine, nameof(input.SignerPosition), "Chức vụ người ký")
            .AtMost(input.SignerName, MostLine, nameof(input.SignerName), "Người ký");
        var unknown = LetterWords.Unknown(input.Subject + input.Text);
        check.That(unknown is null, nameof(input.Text), $"Không có chỗ điền “{unknown}”; chỉ dùng: {LetterWords.Help}.");
        if (user.Required.Unit is not { } post)
            return Result<Stream>.Refuse("Anh/chị cần một chức vụ ở đơn vị gửi thư.");
        var office = await db.Units.OfficeOfAsync(post.Id, ct);
        var superior = await db.Units.Where(u => u.Id == office.ParentId).Select(u => u.Name).FirstOrDefaultAsync(ct) ?? "";
        LetterPaper Letter(MemberRecord record) =>
            new()
            {
                Superior = superior,
                Issuer = office.Name,
                Number = "",
                PlaceAndDay = input.PlaceAndDay,
                Kind = input.Kind.Trim() is { Length: > 0 } kind ? kind : "Thư",
                Subject = LetterWords.Fill(input.Subject, record.Member),
                Addressees = [LetterWords.Fill("{{anh/chị}} {{họ tên}}", record.Member)],
                Paragraphs = [.. LetterWords.Fill(input.Text, record.Member).Split('\n', StringSplitOptions.RemoveEmptyEntries)],
                SignerPosition =
                [
                    .. input.SignerPosition.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
                ],
                SignerName = input.SignerName,
            };
        return await PrintAsync(
            members,
            "thư",
            input.Reason,
            check,
            (file, people) => LetterPaper.WriteAll(file, people.Select(Letter)),
            ct
        );
    }

    /// <inheritdoc cref="LettersAsync"/>
    public async Task<Result<Stream>> LabelsAsync(IQueryable<Member> members, LabelInput input, CancellationToken ct)
    {
        var sheet = input.Sheet == "2x7" ? new LabelSheet(2, 7) : new LabelSheet(3, 8);
        var check = new Check().That(
            input.First >= 1 && input.First <= sheet.OnSheet,
            nameof(input.First),
            $"Hãy ghi số từ 1 đến {sheet.OnSheet}: nhãn đầu tiên còn trên tờ."
        );
        IReadOnlyList<string> Label(MemberRecord record) =>
            [
                record.Member.FullName,
                .. (
                    (string[])
                        [
                            record.Member.Department,
                            record.Member.Unit.Name,
                            input.WithResidence ? record.Profile.Residence : "",
                            input.WithPhone && record.Member.Phone.Length > 0 ? "ĐT: " + PhoneNumber.Show(record.Member.Phone) : "",
                        ]
                ).Where(line => line.Length > 0),
            ];
        return await PrintAsync(
            members,
            "nhãn",
            input.Reason,
            check,
            (file, people) => sheet.Write(file, people.Select(Label), input.First - 1),
            ct
        );
    }

    private async Task<Result<Stream>> PrintAsync(
        IQueryable<Member> members,
        string what,
        string reason,
        Check check,
        Action<Stream, IEnumerable<MemberRecord>> write,
        CancellationToken ct
    )
    {
        check.Filled(reason, "Reason", "Hãy ghi lý do in.").AtMost(reason, Member.MaxReason, "Reason", "Lý do");
        if (!check.Ok)
            return Result<Stream>.Fail(check.Problems);
        var people = await PeopleAsync(members, ct);
        if (people.Count is 0 or > MostPeople)
            return Result<Stream>.Fail(
                people.Count == 0 ? "Không có đoàn viên nào khớp." : $"Nhiều hơn {MostPeople:N0} người; hãy chọn từng đơn vị."
            );
        // Nothing leaves that does not stand in the log.
        var logged = await work.RunAsync(
            () =>
            {
                audit.Record("members.printed", null, $"In {what} cho {people.Count} đoàn viên. Lý do: {reason.Trim()}");
                return Task.FromResult(Result.Success);
            },
            ct
        );
        if (!logged.Ok)
            return Result<Stream>.Fail(logged.Problems);
        var file = data.OpenTemporary();
        try
        {
            write(file, people);
            file.Position = 0;
            return Result.Of<Stream>(file);
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    /// <summary>By union and name; with what is printed of them and no more.</summary>
    private async Task<List<MemberRecord>> PeopleAsync(IQueryable<Member> members, CancellationToken ct)
    {
        var profiles = db.Profiles.AsNoTracking();
        var found = await members
            .Include(m => m.Unit)
            .OrderBy(m => m.Unit.Code)
            .ThenBy(m => m.NameBackward)
            .ThenBy(m => m.Id)
            .Take(MostPeople + 1)
            .Select(m => new { Member = m, Profile = profiles.FirstOrDefault(p => p.MemberId == m.Id) })
            .ToListAsync(ct);
        return [.. found.Select(row => new MemberRecord(row.Member, row.Profile ?? new(), new()))];
    }
}
