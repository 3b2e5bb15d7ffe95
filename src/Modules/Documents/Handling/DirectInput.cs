using DoanKet.Kernel.Results;
using DoanKet.Modules.Documents.Shared;

namespace DoanKet.Modules.Documents.Handling;

/// <summary>The leader's form, as sent. Handlers are named "u:id" (a unit) or "p:id" (a person).</summary>
internal sealed class DirectInput
{
    /// <summary>A ready phrase; the leader's own words follow it.</summary>
    public string? Phrase { get; set; }

    public string? Directive { get; set; }

    /// <summary>Empty: nobody leads, the document is passed on for information only.</summary>
    public string? Lead { get; set; }

    public List<string> Coordinate { get; set; } = [];

    public List<string> Inform { get; set; } = [];

    /// <summary>Deadline in working days; empty when a day is given or there is none.</summary>
    public int? Days { get; set; }

    public DateOnly? DueOn { get; set; }

    /// <summary>"Giao tham mưu văn bản trả lời."</summary>
    public const string AnswerPhrase = "Giao tham mưu văn bản trả lời.";

    /// <summary>Ticked, or said by the phrase: a document in answer is to be written.</summary>
    public bool AsksForAnswer
    {
        get => field || Phrase == AnswerPhrase;
        set;
    }

    public string Text => string.Join(' ', new[] { Phrase, Directive }.Where(t => !string.IsNullOrWhiteSpace(t)).Select(t => t!.Trim()));

    /// <summary>Each handler once; two roles for one are refused by <see cref="Check"/>.</summary>
    public IReadOnlyList<(string Handler, AssignmentRole Role)> Parts() =>
        [
            .. new[] { Lead }
                .Where(l => !string.IsNullOrEmpty(l))
                .Select(l => (Handler: l!, Role: AssignmentRole.Lead))
                .Concat(Coordinate.Select(c => (Handler: c, Role: AssignmentRole.Coordinate)))
                .Concat(Inform.Select(i => (Handler: i, Role: AssignmentRole.Inform)))
                .DistinctBy(p => p.Handler),
        ];

    public Check Check(DateOnly today)
    {
        var parts = Parts();
        return new Check()
            .Filled(Text, nameof(Directive), "Hãy chọn một câu có sẵn hoặc ghi ý kiến chỉ đạo.")
            .AtMost(Text, IncomingDocument.MaxDirective, nameof(Directive), "Ý kiến chỉ đạo")
            .That(parts.Count > 0, nameof(Lead), "Hãy chọn ít nhất một người hoặc đơn vị nhận văn bản.")
            .That(
                !string.IsNullOrEmpty(Lead) || Coordinate.Count == 0,
                nameof(Lead),
                "Có nơi phối hợp thì phải có nơi chủ trì; hãy chọn một nơi chủ trì."
            )
            .That(Days is null or >= 1 and <= 365, nameof(Days), "Số ngày làm việc từ 1 đến 365.")
            .That(
                Coordinate.All(c => c != Lead) && Inform.All(i => i != Lead && !Coordinate.Contains(i)),
                nameof(Lead),
                "Có người hoặc đơn vị được đánh dấu hai vai trò; mỗi nơi chỉ chọn một."
            )
            .That(DueOn is null || DueOn <= DeadlineLimit.Latest(today), nameof(DueOn), DeadlineLimit.TooFar)
            .That(DueOn is null || DueOn >= today, nameof(DueOn), "Hạn đã qua; hãy chọn ngày từ hôm nay trở đi.");
    }
}
