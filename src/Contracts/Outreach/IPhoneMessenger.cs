namespace DoanKet.Contracts.Outreach;

/// <summary>Short texts to a phone (SMS, Zalo). Who asks works without one, too: by mail, or by word of the union's officer.</summary>
public interface IPhoneMessenger
{
    /// <summary>False when nothing is set for it.</summary>
    bool IsUsed { get; }

    /// <param name="phone">Digits with a leading 0.</param>
    /// <param name="text">Without tone marks it costs one SMS for 160 letters; the messenger takes them off where it must.</param>
    /// <exception cref="IOException">The service could not be reached; to be tried later.</exception>
    Task SendAsync(string phone, string text, CancellationToken ct);
}
