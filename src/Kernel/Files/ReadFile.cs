using DoanKet.DocumentReading;
using DoanKet.Kernel.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DoanKet.Kernel.Files;

/// <summary>Text of a kept file: read once, then remembered under the file's hash, also that it could not be read.</summary>
public sealed class ReadFile(IServiceScopeFactory scopes, IBlobStore blobs, IFileReader reader, TimeProvider time, ILogger<ReadFile> log)
{
    /// <summary>Not for use within a transaction: reading takes seconds.</summary>
    public async Task<FileText> HandleAsync(string sha256, CancellationToken ct)
    {
        // A scope of its own, so that saving the text saves nothing that the caller is still at.
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<UnionDb>();
        if (await db.Set<FileText>().AsNoTracking().FirstOrDefaultAsync(t => t.Sha256 == sha256, ct) is { } known)
            return known;
        ReadResult result;
        using (var copy = await blobs.LocalAsync(sha256, ct))
        {
            result = await reader.ReadAsync(copy.Path, ct);
            await InspectAsync(sha256, copy.Path, ct);
        }
        if (result.Detail is not null)
            log.LogInformation("File {Sha256} was read as {Status}: {Detail}", sha256, result.Status, result.Detail);
        var text = new FileText
        {
            Sha256 = sha256,
            Status = result.Status.ToString(),
            Pages = result.Pages,
            Heading = result.Heading,
            Text = result.Text,
            ReadAt = time.UtcDateTime(),
        };
        try
        {
            db.Add(text);
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException error) when (db.Dialect.IsDuplicate(error))
        {
            log.LogDebug("File {Sha256} was read twice at the same moment", sha256);
        }
        return text;
    }

    private async Task InspectAsync(string sha256, string path, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        foreach (var inspector in scope.ServiceProvider.GetServices<IFileInspector>())
        {
            try
            {
                await inspector.InspectAsync(sha256, path, ct);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                log.NotInspected(error, sha256, inspector.GetType().Name);
            }
        }
    }
}
