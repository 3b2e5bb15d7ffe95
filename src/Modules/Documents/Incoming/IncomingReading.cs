using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using DoanKet.Modules.Documents.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DoanKet.Modules.Documents.Incoming;

/// <summary>A value that the program read from a file. Doubtful: the clerk should look twice.</summary>
internal sealed record ReadValue(string Text, bool Doubtful);

/// <summary>What was read from the files of a document that waits to be registered; only proposes, the clerk decides.</summary>
internal sealed class IncomingReading
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public Guid IncomingId { get; set; }

    /// <summary>The reader's status of the main file, see <see cref="Kernel.Files.FileText.Status"/>.</summary>
    public required string Status { get; set; }

    /// <summary>JSON: name of the form's field → value.</summary>
    public required string Values { get; set; }

    public DateTime ReadAt { get; set; }

    public static string Write(IReadOnlyDictionary<string, ReadValue> values) => JsonSerializer.Serialize(values, Json);

    public IReadOnlyDictionary<string, ReadValue> Read() => JsonSerializer.Deserialize<Dictionary<string, ReadValue>>(Values, Json)!;

    private sealed class Configuration : IEntityTypeConfiguration<IncomingReading>
    {
        public void Configure(EntityTypeBuilder<IncomingReading> reading)
        {
            reading.ToTable("documents_readings");
            reading.HasKey(r => r.IncomingId);
            reading.Property(r => r.Status).HasMaxLength(20);
            reading.HasOne<IncomingDocument>().WithOne().HasForeignKey<IncomingReading>(r => r.IncomingId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
