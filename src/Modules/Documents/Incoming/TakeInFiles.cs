using DoanKet.Kernel.Access;
using DoanKet.Kernel.Files;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Documents.Content;

namespace DoanKet.Modules.Documents.Incoming;

/// <summary>A file as a person gave it; opened when it is this file's turn.</summary>
internal sealed record GivenFile(string Name, Func<Stream> Open);

/// <summary>What became of the files. Refused and Remarks are sentences for the clerk.</summary>
internal sealed record TakenIn(IReadOnlyList<Guid> Documents, IReadOnlyList<string> Refused, IReadOnlyList<string> Remarks);

/// <summary>Tiếp nhận (điều 21): keeps the files and makes the records that wait for the book. From here on nothing is lost.</summary>
internal sealed class TakeInFiles(Work work, UserContext user, FileVault vault, ReceivePapers receive)
{
    /// <summary>Most files of one document, and most documents that are handed in together.</summary>
    public const int MaxOfOne = 20,
        MaxTogether = 300;

    /// <param name="asOne">All files are one document, its main text first; otherwise each is a document of its own.</param>
    public async Task<Result<TakenIn>> HandleAsync(ActingUnit unit, IReadOnlyList<GivenFile> files, bool asOne, CancellationToken ct)
    {
        var check = new Check()
            .That(user.Required.Can(Permissions.Register, unit.Id, unit.Path), "", "Chỉ văn thư của đơn vị mới tiếp nhận được văn bản đến.")
            .That(files.Count > 0, "Files", "Hãy chọn ít nhất một tệp.")
            .That(!asOne || files.Count <= MaxOfOne, "Files", $"Một văn bản nhận nhiều nhất {MaxOfOne} tệp; hãy gửi làm nhiều lần.")
            .That(files.Count <= MaxTogether, "Files", $"Mỗi lần nhận nhiều nhất {MaxTogether} tệp; hãy gửi làm nhiều lần.");
        if (!check.Ok)
            return Result<TakenIn>.Fail(check.Problems);
        var (kept, refused, remarks) = (new List<UploadedFile>(), new List<string>(), new List<string>());
        foreach (var given in files)
        {
            await using var stream = given.Open();
            var saved = await vault.SaveAsync(stream, ct);
            if (!saved.Ok)
            {
                refused.Add($"{given.Name}: {saved.Message}");
                continue;
            }
            kept.Add(new(saved.Value, given.Name));
            if (FileRemarks.OnName(given.Name, saved.Value) is { } remark)
                remarks.Add(remark);
        }
        if (kept.Count == 0 || (asOne && refused.Count > 0))
            return Result<TakenIn>.Fail(refused.Select(r => new Problem("Files", r)));
        IEnumerable<IReadOnlyList<UploadedFile>> documents = asOne ? [kept] : kept.Select(f => new[] { f });
        return await work.RunAsync(
            () =>
                Task.FromResult<Result<TakenIn>>(
                    new TakenIn(
                        [.. documents.Select((d, place) => receive.Add(unit.Id, d, place == 0 ? ReadFilesJob.AfterIntake : TimeSpan.Zero))],
                        refused,
                        remarks
                    )
                ),
            ct
        );
    }
}
