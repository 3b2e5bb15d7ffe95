namespace DoanKet.Kernel.Mail;

/// <summary>A mail of plain text to one person.</summary>
public sealed record Letter(string ToName, string ToAddress, string Subject, string Text);

/// <summary>Hands mails to the office's mail server.</summary>
public interface IMailer
{
    /// <summary>False when nothing is set for mail.</summary>
    bool IsUsed { get; }

    /// <summary>
    /// Sends the letters over one connection; <paramref name="settled"/> is called after each one that the server took or refused for good
    /// (5xx). One for which the server asks to come again later (4xx: busy, greylisting) is left out: the caller still has it.
    /// </summary>
    /// <exception cref="IOException">The server could not be reached; the rest is to be tried later.</exception>
    Task SendAsync(IReadOnlyList<Letter> letters, Func<Letter, Task> settled, CancellationToken ct);
}
