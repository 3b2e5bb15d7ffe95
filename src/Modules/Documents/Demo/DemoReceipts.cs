using DoanKet.Kernel;
using DoanKet.Modules.Documents.Issuing;
using DoanKet.Modules.Documents.Shared;

namespace DoanKet.Modules.Documents.Demo;

/// <summary>The receivers' copies and how far each is: nearly all done with old documents, all sorts of states for new ones.</summary>
internal sealed class DemoReceipts(DemoBatch batch, DemoDays days, TimeProvider time, Random random)
{
    public void Add(OutgoingDocument document, IReadOnlyList<ReceiverUnit> receivers)
    {
        if (receivers.Count == 0)
            return;
        var at = document.IssuedAt!.Value;
        var received = DeliverCopies.Received(document, at);
        var age = time.Today().DayNumber - document.IssuedOn!.Value.DayNumber;
        foreach (var unit in receivers)
        {
            var copy = received.For(unit.Id, at);
            copy.Id = Ids.At(at);
            var receipt = new Receipt
            {
                IncomingId = copy.Id,
                OutgoingId = document.Id,
                ReceiverId = unit.Id,
                DeliveredAt = copy.ReceivedAt,
                DueOn = copy.DueOn,
            };
            Progress(copy, receipt, State(age));
            batch.Incoming.Add(copy);
            batch.Receipts.Add(receipt);
        }
    }

    private ReceiptState State(int age)
    {
        var chance = random.Next(1000);
        if (chance < 4)
            return ReceiptState.Returned;
        if (age > 45)
            return chance < 985 ? ReceiptState.Done : ReceiptState.Registered;
        var ready = Math.Min(950, 150 + age * 30);
        return chance > ready
            ? ReceiptState.Delivered
            : random.Next(10) switch
            {
                0 => ReceiptState.Opened,
                < 6 => ReceiptState.Registered,
                _ => ReceiptState.Done,
            };
    }

    private void Progress(IncomingDocument copy, Receipt receipt, ReceiptState state)
    {
        receipt.State = state;
        if (state == ReceiptState.Delivered)
            return;
        receipt.OpenedAt = days.After(random, copy.ReceivedAt, 20);
        if (state == ReceiptState.Returned)
        {
            (receipt.ReturnedAt, receipt.ReturnReason) = (receipt.OpenedAt, random.Pick(DemoTexts.Returns));
            copy.State = IncomingState.Returned;
            batch.Happened(copy.Id, EventKind.Returned, receipt.OpenedAt.Value, null, "Đơn vị nhận", receipt.ReturnReason);
        }
        if (state is not (ReceiptState.Registered or ReceiptState.Done))
            return;
        // The book goes by the day of receipt, so that the generated numbers and days never cross.
        var day = VietnamTime.DateOf(copy.ReceivedAt);
        var number = batch.Next(ArrivalBooks.Sequence(copy.UnitId, "", day.Year));
        (copy.State, copy.BookYear, copy.ArrivalNumber, copy.ArrivalDate) = (IncomingState.Registered, day.Year, number, day);
        (receipt.RegisteredAt, receipt.ArrivalNumber) = (receipt.OpenedAt, number);
        batch.Happened(
            copy.Id,
            EventKind.Registered,
            receipt.OpenedAt.Value,
            null,
            "Đơn vị nhận",
            $"Vào Sổ đăng ký văn bản đến năm {day.Year}, số đến {number}"
        );
        if (state == ReceiptState.Done)
            (copy.State, copy.DoneAt, receipt.DoneAt) = (
                IncomingState.Done,
                days.After(random, receipt.OpenedAt.Value, 72),
                days.After(random, receipt.OpenedAt.Value, 72)
            );
    }
}
