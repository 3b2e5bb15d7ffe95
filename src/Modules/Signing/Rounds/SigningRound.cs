using DoanKet.Contracts.Signing;
using DoanKet.Kernel;
using DoanKet.Kernel.Accounts;
using DoanKet.Kernel.Files;
using DoanKet.Modules.Signing.Keys;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DoanKet.Modules.Signing.Rounds;

/// <summary>How far a round is.</summary>
internal enum RoundState
{
    /// <summary>It is worked out what the key has to sign.</summary>
    Preparing = 0,

    /// <summary>All is ready for the key: its password, or its token.</summary>
    WaitingForKey = 1,

    /// <summary>The key has signed; papers are put together, verified and recorded.</summary>
    Finishing = 2,

    Over = 3,
}

/// <summary>Papers that one person signs under one confirmation.</summary>
internal sealed class SigningRound
{
    public Guid Id { get; set; }

    public Guid AccountId { get; set; }

    /// <summary>With which it began; a certificate that came in its place signs nothing of this round.</summary>
    public Guid KeyId { get; set; }

    public RoundState State { get; set; }

    public DateTime StartedAt { get; set; }

    public DateTime? EndedAt { get; set; }

    /// <summary>The runner that works on it; null while none does.</summary>
    public Guid? HeldBy { get; set; }

    /// <summary>Until when; one that was killed does not hold it longer.</summary>
    public DateTime? HeldUntil { get; set; }

    public List<PaperOfRound> Papers { get; set; } = [];

    /// <summary>What the key has to sign, in the order of the papers.</summary>
    public IEnumerable<PaperOfRound> Prepared => Papers.Where(paper => paper.State == PaperState.Prepared).OrderBy(paper => paper.Ordinal);

    private sealed class Configuration : IEntityTypeConfiguration<SigningRound>
    {
        public void Configure(EntityTypeBuilder<SigningRound> round)
        {
            round.ToTable("signing_rounds");
            round.Ignore(r => r.Prepared);
            round.HasIndex(r => new { r.AccountId, r.StartedAt });
            // The few that are not over.
            round.HasIndex(r => r.State).HasFilter("\"State\" <> 3");
            round.HasOne<Account>().WithMany().HasForeignKey(r => r.AccountId).OnDelete(DeleteBehavior.Restrict);
            round.HasOne<SigningKey>().WithMany().HasForeignKey(r => r.KeyId).OnDelete(DeleteBehavior.Restrict);
            round.HasMany(r => r.Papers).WithOne().HasForeignKey(p => p.RoundId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}

/// <summary>How far one paper of a round is.</summary>
internal enum PaperState
{
    Waiting = 0,

    /// <summary>Everything but the signature's value is there.</summary>
    Prepared = 1,

    /// <summary>The value is there.</summary>
    HasValue = 2,

    Signed = 3,

    /// <summary>Not signed; <see cref="PaperOfRound.Why"/> says why.</summary>
    Left = 4,
}

/// <summary>A paper of a round.</summary>
internal sealed class PaperOfRound
{
    public const int MaxTitle = 1200,
        MaxAddress = 200,
        MaxFileName = 300,
        MaxSignerName = 200,
        MaxNumber = 100,
        MaxCopyForm = 50,
        MaxCopyUnit = 300,
        MaxPayload = 4000,
        MaxWhy = 1000;

    public Guid Id { get; set; }

    public Guid RoundId { get; set; }

    public int Ordinal { get; set; }

    public Guid? DocumentId { get; set; }

    public int Version { get; set; }

    public required string Title { get; set; }

    public required string Address { get; set; }

    /// <summary>Null for one that was left from the beginning.</summary>
    public string? Sha256 { get; set; }

    public string FileName { get; set; } = "";

    public string SignerName { get; set; } = "";

    public RoundAct Act { get; set; }

    /// <summary>And the day: what is filled in beside a seal.</summary>
    public string? NumberText { get; set; }

    public DateOnly? NumberDay { get; set; }

    /// <summary>And the unit: what stands on a copy.</summary>
    public string? CopyForm { get; set; }

    public string? CopyUnit { get; set; }

    /// <summary>Of the module whose paper it is, told back.</summary>
    public string Payload { get; set; } = "";

    public PaperState State { get; set; }

    /// <summary>The signature without its value; gone when the paper is signed or left.</summary>
    public byte[]? Prepared { get; set; }

    /// <summary>What the key made.</summary>
    public byte[]? Value { get; set; }

    public string Why { get; set; } = "";

    public static PaperOfRound From(RoundPaper paper) =>
        new()
        {
            DocumentId = paper.DocumentId,
            Version = paper.Version,
            Title = paper.Title.Shortened(MaxTitle),
            Address = paper.Address,
            Sha256 = paper.Sha256,
            FileName = paper.FileName.Shortened(MaxFileName),
            SignerName = paper.SignerName.Shortened(MaxSignerName),
            Act = paper.Act,
            Payload = paper.Payload,
        };

    public static PaperOfRound From(LeftPaper paper) =>
        new()
        {
            Title = paper.Title.Shortened(MaxTitle),
            Address = paper.Address,
            State = PaperState.Left,
            Why = paper.Why.Shortened(MaxWhy),
        };

    public RoundPaper ToContract() =>
        new(DocumentId!.Value, Version, Title, Address, Sha256!, FileName, SignerName) { Act = Act, Payload = Payload };

    public void End(string? why)
    {
        (State, Why) = why is null ? (PaperState.Signed, "") : (PaperState.Left, why.Shortened(MaxWhy));
        (Prepared, Value) = (null, null);
    }

    private sealed class Configuration : IEntityTypeConfiguration<PaperOfRound>
    {
        public void Configure(EntityTypeBuilder<PaperOfRound> paper)
        {
            paper.ToTable("signing_round_papers");
            paper.Property(p => p.Title).HasMaxLength(MaxTitle);
            paper.Property(p => p.Address).HasMaxLength(MaxAddress);
            paper.Property(p => p.Sha256).HasMaxLength(64);
            paper.Property(p => p.FileName).HasMaxLength(MaxFileName);
            paper.Property(p => p.SignerName).HasMaxLength(MaxSignerName);
            paper.Property(p => p.NumberText).HasMaxLength(MaxNumber);
            paper.Property(p => p.CopyForm).HasMaxLength(MaxCopyForm);
            paper.Property(p => p.CopyUnit).HasMaxLength(MaxCopyUnit);
            paper.Property(p => p.Payload).HasMaxLength(MaxPayload);
            paper.Property(p => p.Why).HasMaxLength(MaxWhy);
            paper.HasIndex(p => new { p.RoundId, p.Ordinal }).IsUnique();
            paper.HasOne<StoredFile>().WithMany().HasForeignKey(p => p.Sha256).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
