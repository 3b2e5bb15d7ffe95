using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Audit;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Kernel.Settings;
using DoanKet.PaperForms;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Registers;

/// <summary>A book on paper: the cover of phụ lục IV, the decree's columns, and at the foot who printed it from where and when.</summary>
internal sealed class PrintRegister(UnionDb db, Work work, AuditTrail audit, UserContext user, DataFolder data, TimeProvider time)
{
    /// <summary>The PDF, in a file that vanishes with its stream: a document of a year is not held in memory and the answer is not written
    /// by blocking calls.</summary>
    public async Task<Stream> HandleAsync(OpenedRegister opened, int? volume, CancellationToken ct)
    {
        var span = await opened.Register.SpanAsync(opened.Query, ct);
        await work.RunAsync(
            () =>
            {
                audit.Record(
                    "documents.register.printed",
                    null,
                    $"In {opened.Title}, năm {opened.Query.Year}, {opened.Unit.Name}, {opened.Numbers(span)}"
                );
                return Task.FromResult(Result.Success);
            },
            ct
        );
        var stream = data.OpenTemporary();
        try
        {
            var paper = new TablePaper
            {
                Title = $"{opened.Title} năm {opened.Query.Year}",
                Columns = opened.Register.Columns,
                Cover = await CoverAsync(opened, span, volume, ct),
                Foot = $"In từ phần mềm Đoàn Kết, {time.UtcDateTime().Show()}, {user.Required.FullName}",
            };
            await paper.WriteAsync(stream, opened.LinesAsync(ct), ct);
            stream.Position = 0;
            return stream;
        }
        catch
        {
            await stream.DisposeAsync();
            throw;
        }
    }

    private async Task<IReadOnlyList<CoverLine>> CoverAsync(OpenedRegister opened, RegisterSpan span, int? volume, CancellationToken ct)
    {
        var query = opened.Query;
        var superior = await db.Units.Where(u => u.Id == opened.Unit.Id).Select(u => u.Parent!.Name).FirstOrDefaultAsync(ct);
        List<CoverLine> lines =
        [
            new((superior ?? "").ToUpperInvariant(), 14),
            new(opened.Unit.Name.ToUpperInvariant(), 14, Bold: true),
            new(opened.Title.ToUpperInvariant(), 24, Bold: true, Above: 80),
            new($"Năm: {query.Year}", 15, Above: 36),
            new($"Từ ngày {(query.From ?? span.FirstDay)?.Show() ?? "…"} đến ngày {(query.To ?? span.LastDay)?.Show() ?? "…"}", 15),
        ];
        if (opened.Register.NamesNumbers)
            lines.Add(new(Capital(opened.Numbers(span)), 15));
        lines.Add(new($"Quyển số: {RegisterWording.Number(volume ?? 1)}", 15, Above: 60));
        return lines;
    }

    private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}
