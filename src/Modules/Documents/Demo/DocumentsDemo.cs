using DoanKet.Kernel;
using DoanKet.Kernel.Audit;
using DoanKet.Kernel.Calendar;
using DoanKet.Kernel.Modules;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Kernel.Search;
using DoanKet.Modules.Documents.Incoming;
using DoanKet.Modules.Documents.Issuing;
using DoanKet.Modules.Documents.Shared;

namespace DoanKet.Modules.Documents.Demo;

/// <summary>A year of generated documents, so that every role of the demonstration finds something to do.</summary>
internal sealed class DocumentsDemo(
    UnionDb db,
    Work work,
    SearchIndex index,
    PossibleReceivers possible,
    WorkingDays calendar,
    DemoFiles files,
    ReadIncomingFiles read,
    AuditTrail audit,
    TimeProvider time
) : IDemoPart
{
    /// <summary>Days from which everything comes that still waits for somebody.</summary>
    private const int Recent = 12;

    public int Order => 50;

    public async Task GenerateAsync(DemoContext demo, CancellationToken ct)
    {
        if (await DemoOffice.FindAsync(db, possible, time, ct) is not { } office)
        {
            demo.Say("Không có liên đoàn với văn thư và lãnh đạo; bỏ qua phần văn bản.");
            return;
        }
        var (outgoing, incoming, waiting, toAll) = demo.Scale == DemoScale.Full ? (1500, 3000, 5, 8) : (40, 60, 2, 3);
        var (random, days, batch) = (demo.Random, new DemoDays(calendar, time), new DemoBatch(db, index));
        var papers = await DemoPapers.BeginAsync(office, files, random, ct);
        // What still waits is of the last days, however few documents there are.
        var open = waiting * DemoOutgoing.Steps;
        IReadOnlyList<DateTime> sent =
        [
            .. await days.SpreadAsync(random, outgoing - open, 364, 0, ct),
            .. await days.SpreadAsync(random, open, Recent, 0, ct),
        ];
        IReadOnlyList<DateTime> received =
        [
            .. await days.SpreadAsync(random, incoming - open, 364, Recent + 1, ct),
            .. await days.SpreadAsync(random, open, Recent, 0, ct),
        ];
        await new DemoOutgoing(office, batch, days, new DemoReceipts(batch, days, time, random), papers, random).GenerateAsync(
            sent,
            waiting,
            toAll,
            ct
        );
        await new DemoIncoming(office, batch, days, papers, random).GenerateAsync(received, waiting, ct);
        await work.RunAsync(
            async () =>
            {
                await batch.SaveAsync(ct);
                SaveGroup(office);
                audit.Record("documents.demo.generated", null, $"Sinh dữ liệu trình diễn: {outgoing} văn bản đi, {incoming} văn bản đến");
                return Result.Success;
            },
            ct
        );
        foreach (var waits in batch.Incoming.Where(d => d.Source == IncomingSource.Intake && d.State == IncomingState.Arrived))
            await read.HandleAsync(waits.Id, ct);
        demo.Say(
            $"Văn bản trình diễn: {outgoing} văn bản đi, {incoming} văn bản đến, {batch.Receipts.Count.Grouped()} lượt nhận "
                + $"({batch.Rows.Grouped()} dòng)."
        );
    }

    /// <summary>A list of receivers that a clerk would have saved.</summary>
    private void SaveGroup(DemoOffice office)
    {
        var group = new ReceiverGroup
        {
            Id = Ids.New(),
            UnitId = office.Unit.Id,
            Name = "Các đơn vị cấp trên cơ sở",
        };
        group.Members.AddRange(office.Districts.Select(unit => new ReceiverGroupMember { UnitId = unit.Id }));
        db.Add(group);
    }
}
