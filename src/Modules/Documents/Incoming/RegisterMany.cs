using DoanKet.Kernel.Access;
using DoanKet.Kernel.Notifications;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;

namespace DoanKet.Modules.Documents.Incoming;

/// <summary>Several papers into the book, one after the other, each in a transaction of its own: whatever happens in between, what is in
/// the book is whole and the rest still waits.</summary>
internal sealed class RegisterMany(UnionDb db, Work work, WaitingPapers waiting, RegisterIncoming register, Notices notices)
{
    /// <summary>The numbers given. What has become doubtful, or was registered by somebody else meanwhile, is left out.</summary>
    public async Task<IReadOnlyList<int>> HandleAsync(Guid unitId, IReadOnlyCollection<Guid> chosen, CancellationToken ct)
    {
        List<int> numbers = [];
        foreach (var paper in await waiting.ReadAsync(unitId, chosen, ct))
        {
            if (paper.Hindrance is null && await register.AmongManyAsync(paper.Id, paper.Input, ct) is { Ok: true, Value: var number })
                numbers.Add(number);
            // What is written is not looked at again for changes with each of the next.
            db.ChangeTracker.Clear();
        }
        await TellAsync(unitId, numbers, ct);
        return numbers;
    }

    /// <summary>One line in the leader's bell, not one for each paper.</summary>
    private Task TellAsync(Guid unitId, List<int> numbers, CancellationToken ct) =>
        numbers.Count == 0
            ? Task.CompletedTask
            : work.RunAsync(
                async () =>
                {
                    var which = numbers.Count == 1 ? $"số đến {numbers[0]}" : $"số đến {numbers.Min()} đến {numbers.Max()}";
                    var words = $"{numbers.Count} văn bản đến chờ chỉ đạo, {which}";
                    await notices.TellPostsAsync([unitId], [Roles.Leader], words, "/van-ban/den?trang-thai=cho-chi-dao", ct);
                    return Result.Success;
                },
                ct
            );
}
