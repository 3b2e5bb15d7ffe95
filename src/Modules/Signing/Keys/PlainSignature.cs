using DoanKet.Kernel;
using DoanKet.Pades;

namespace DoanKet.Modules.Signing.Keys;

/// <summary>What all signatures of the program have in common.</summary>
internal sealed class PlainSignature(IEnumerable<ITimeStampSource> timeStamps, TimeProvider time)
{
    /// <summary>Null where the administrator has set no server.</summary>
    public ITimeStampSource? TimeStamps { get; } = timeStamps.FirstOrDefault();

    public bool WantsTimeStamp => TimeStamps is not null;

    /// <summary>With nothing that is seen.</summary>
    public SigningOptions Options(SigningKey key)
    {
        var now = time.GetUtcNow();
        return new()
        {
            Time = now.ToOffset(VietnamTime.Zone.GetUtcOffset(now)),
            SignerName = key.Name,
            TimeStamps = TimeStamps,
            Level = WantsTimeStamp ? PadesLevel.T : PadesLevel.B,
        };
    }
}
