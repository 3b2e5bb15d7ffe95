using DoanKet.Kernel;
using DoanKet.Kernel.Persistence;
using DoanKet.Modules.Documents.Shared;
using DoanKet.PaperForms;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Registers;

/// <summary>
/// Sổ gửi văn bản đi bưu điện (phụ lục IV): a line for each document that went to bodies outside by post, in the order of its numbers. The
/// post office signs in the fifth column.
/// </summary>
internal sealed class PostRegister(UnionDb db) : IRegister
{
    public string Slug => "buu-dien";

    public string Title(string bookCode, int year) => "Sổ gửi văn bản đi bưu điện";

    public bool NamesNumbers => true;

    public int LinkColumn => 1;

    public string WhatIsNotIn =>
        "Sổ này có những văn bản mà văn thư đã ghi là gửi bưu điện, ở mục “Gửi ngoài hệ thống” của văn bản đã phát hành.";

    public IReadOnlyList<PaperColumn> Columns { get; } =
    [
        new("Ngày chuyển", 11, CellAlign.Centre),
        new("Số, ký hiệu văn bản", 16),
        new("Nơi nhận văn bản", 35),
        new("Số lượng bì", 8, CellAlign.Centre),
        new("Ký nhận và dấu bưu điện", 20),
        new("Ghi chú", 10),
    ];

    public async Task<IReadOnlyList<RegisterRow>> ReadAsync(RegisterQuery query, int after, int take, CancellationToken ct)
    {
        var documents = await InBook(query)
            .Where(d => d.Number > after)
            .OrderBy(d => d.Number)
            .Take(take)
            .Select(d => new
            {
                d.Id,
                d.Number,
                d.NumberText,
            })
            .ToListAsync(ct);
        var ids = documents.Select(d => d.Id).ToList();
        var sent = await Sent(query).Where(r => ids.Contains(r.OutgoingId)).OrderBy(r => r.SentOn).ThenBy(r => r.Ordinal).ToListAsync(ct);
        var envelopes = sent.ToLookup(r => r.OutgoingId);
        return
        [
            .. documents.Select(d => new RegisterRow(
                d.Number!.Value,
                $"/van-ban/di/{d.Id}",
                [
                    string.Join("; ", envelopes[d.Id].Select(r => r.SentOn?.Show()).Distinct()),
                    d.NumberText,
                    string.Join("; ", envelopes[d.Id].Select(r => r.Name)),
                    RegisterWording.Number(envelopes[d.Id].Count()),
                    "",
                    "",
                ]
            )),
        ];
    }

    public async Task<int> LastNumberAsync(RegisterQuery query, CancellationToken ct) =>
        await InBook(query).MaxAsync(d => d.Number, ct) ?? 0;

    public async Task<RegisterSpan> SpanAsync(RegisterQuery query, CancellationToken ct)
    {
        var documents = InBook(query);
        var days = Sent(query).Where(r => documents.Any(d => d.Id == r.OutgoingId));
        return new(
            await documents.MinAsync(d => d.Number, ct),
            await documents.MaxAsync(d => d.Number, ct),
            await days.MinAsync(r => r.SentOn, ct),
            await days.MaxAsync(r => r.SentOn, ct)
        );
    }

    private IQueryable<OutgoingDocument> InBook(RegisterQuery query)
    {
        var sent = Sent(query);
        var documents = db
            .Outgoing.AsNoTracking()
            .Where(d => d.UnitId == query.UnitId && d.Year == query.Year && d.BookCode == query.BookCode && d.Number != null)
            .Where(d => sent.Any(r => r.OutgoingId == d.Id));
        if (query.FirstNumber is { } first)
            documents = documents.Where(d => d.Number >= first);
        return query.LastNumber is { } last ? documents.Where(d => d.Number <= last) : documents;
    }

    /// <summary>By post, on the days that were asked for.</summary>
    private IQueryable<OutsideReceiver> Sent(RegisterQuery query)
    {
        var sent = db.OutsideReceivers.AsNoTracking().Where(r => r.Way == SendingWay.Post);
        if (query.From is { } from)
            sent = sent.Where(r => r.SentOn >= from);
        return query.To is { } to ? sent.Where(r => r.SentOn <= to) : sent;
    }
}
