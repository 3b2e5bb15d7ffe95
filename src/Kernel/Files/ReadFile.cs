using DoanKet.Kernel.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Kernel.Files;

/// <summary>Text of a kept file.</summary>
public sealed class ReadFile(UnionDb db)
{
    public async Task<FileText> HandleAsync(string sha256, CancellationToken ct) => await db.Set<FileText>().AsNoTracking().FirstOrDefaultAsync(t => t.Sha256 == sha256, ct)
     ?? new() { Sha256 = sha256, Status = "Unsupported", Heading = "", Text = "" };
}
