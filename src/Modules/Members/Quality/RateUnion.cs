using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Audit;
using DoanKet.Kernel.Catalogues;
using DoanKet.Kernel.Notifications;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Kernel.Units;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Members.Quality;

/// <summary>What a union says of its year.</summary>
internal sealed class RatingInput
{
    public int? Year { get; set; }

    public int? Points { get; set; }

    public string Note { get; set; } = "";
}

/// <summary>What the unit above makes of it.</summary>
internal sealed class DecisionInput
{
    public string LevelCode { get; set; } = "";

    public string DecisionNumber { get; set; } = "";

    public DateOnly? On { get; set; }

    public string Note { get; set; } = "";
}

/// <summary>The union counts its own points, and the unit above decides the grade.</summary>
internal sealed class RateUnion(UnionDb db, Work work, AuditTrail audit, Notices notices, UserContext user, TimeProvider time)
{
    private const int OldestYear = 2000;

    private static readonly string[] Officers = [Roles.Organiser, Roles.Grassroots];

    /// <summary>The grades of a year, the best first.</summary>
    public Task<List<QualityLevel>> LevelsAsync(int year, CancellationToken ct) =>
        db.QualityLevels.AsNoTracking().ValidOn(new DateOnly(year, 12, 31)).OrderBy(l => l.Ordinal).ThenBy(l => l.Code).ToListAsync(ct);

    /// <summary>Said anew, it replaces what was said before, until the unit above has decided.</summary>
    public Task<Result> ProposeAsync(Guid unitId, RatingInput input, CancellationToken ct) =>
        work.RunAsync(
            async () =>
            {
                await db.Dialect.LockRowAsync<Unit>(db, unitId, ct);
                var unit = await db.Units.AsNoTracking().FirstOrDefaultAsync(u => u.Id == unitId, ct);
                if (unit is null || !user.Required.Can(Permissions.Edit, unit))
                    return Result.Refuse("Anh/chị không có quyền chấm điểm của đơn vị này.");
                var check = new Check()
                    .That(
                        input.Year is >= OldestYear && input.Year <= time.Today().Year,
                        nameof(input.Year),
                        $"Hãy ghi năm từ {OldestYear} đến năm nay."
                    )
                    .That(
                        input.Points is >= 0 and <= UnionRating.MostPoints,
                        nameof(input.Points),
                        $"Hãy ghi tổng điểm, từ 0 đến {UnionRating.MostPoints}."
                    )
                    .AtMost(input.Note, UnionRating.MaxNote, nameof(input.Note), "Tự nhận xét");
                if (!check.Ok)
                    return check.AsResult();
                var (year, points) = (input.Year!.Value, input.Points!.Value);
                var level = (await LevelsAsync(year, ct)).Where(l => l.FromPoints <= points).MaxBy(l => l.FromPoints);
                if (level is null)
                    return Result.Fail("Chưa có mức xếp loại nào cho năm này; xem danh mục Xếp loại công đoàn.", nameof(input.Year));
                var rating = await db.Ratings.FirstOrDefaultAsync(r => r.UnitId == unitId && r.Year == year, ct);
                if (rating is { IsDecided: true })
                    return Result.Fail($"Năm {year} đã được công nhận: {rating.LevelName}.", nameof(input.Year));
                if (rating is null)
                    db.Add(
                        rating = new()
                        {
                            Id = Ids.New(),
                            UnitId = unitId,
                            Year = year,
                        }
                    );
                (rating.ProposedPoints, rating.ProposedCode, rating.ProposedName) = (points, level.Code, level.Name);
                (rating.ProposedNote, rating.ProposedAt) = (input.Note.Trim(), time.UtcDateTime());
                rating.ProposedBy = user.Required.FullName;
                audit.Record("members.rating.proposed", rating.Id, $"{unit.Name} tự chấm năm {year}: {points} điểm, {level.Name}");
                return Result.Success;
            },
            ct
        );

    /// <summary>Decided anew, it mends a decision; the log keeps both.</summary>
    public Task<Result> DecideAsync(Guid ratingId, DecisionInput input, CancellationToken ct) =>
        work.RunAsync(
            async () =>
            {
                await db.Dialect.LockRowAsync<UnionRating>(db, ratingId, ct);
                var rating = await db
                    .Ratings.Include(r => r.Unit)
                        .ThenInclude(u => u.Parent)
                    .FirstOrDefaultAsync(r => r.Id == ratingId, ct);
                if (rating?.Unit.Parent is not { } above || !user.Required.Can(Permissions.Approve, above))
                    return Result.Refuse("Xếp loại do công đoàn cấp trên công nhận.");
                var level = (await LevelsAsync(rating.Year, ct)).Find(l => l.Code == input.LevelCode);
                var check = new Check()
                    .That(level is not null, nameof(input.LevelCode), "Hãy chọn mức xếp loại.")
                    .That(input.On is not null, nameof(input.On), "Hãy ghi ngày quyết định.")
                    .That(input.On is null || input.On <= time.Today(), nameof(input.On), "Ngày quyết định ở tương lai; hãy xem lại.")
                    .AtMost(input.DecisionNumber, UnionRating.MaxDecision, nameof(input.DecisionNumber), "Số quyết định")
                    .AtMost(input.Note, UnionRating.MaxNote, nameof(input.Note), "Lý do")
                    .That(
                        level is null || level.Code == rating.ProposedCode || !string.IsNullOrWhiteSpace(input.Note),
                        nameof(input.Note),
                        $"Mức này khác mức đơn vị tự chấm ({rating.ProposedName}); hãy ghi lý do."
                    );
                if (!check.Ok || level is null)
                    return check.AsResult();
                (rating.LevelCode, rating.LevelName, rating.DecidedOn) = (level.Code, level.Name, input.On);
                (rating.DecisionNumber, rating.DecisionNote) = (input.DecisionNumber.Trim(), input.Note.Trim());
                audit.Record(
                    "members.rating.decided",
                    rating.Id,
                    $"Công nhận xếp loại năm {rating.Year} của {rating.Unit.Name}: {level.Name}"
                );
                await notices.TellPostsAsync(
                    [rating.UnitId],
                    Officers,
                    $"{above.Name} công nhận xếp loại năm {rating.Year} của {rating.Unit.Name}: {level.Name}",
                    $"/doan-vien/xep-loai/{rating.UnitId}",
                    ct
                );
                return Result.Success;
            },
            ct
        );
}
