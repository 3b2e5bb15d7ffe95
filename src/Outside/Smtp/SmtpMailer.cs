using DoanKet.Kernel.Mail;
using DoanKet.Kernel.Settings;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MimeKit;

namespace DoanKet.Outside.Smtp;

/// <summary>By SMTP, as section <c>Mail</c> of the settings says.</summary>
internal sealed class SmtpMailer(IOptions<MailOptions> options, ILogger<SmtpMailer> log) : IMailer
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(20);

    public bool IsUsed => options.Value.IsUsed;

    public async Task SendAsync(IReadOnlyList<Letter> letters, Func<Letter, Task> settled, CancellationToken ct)
    {
        var settings = options.Value;
        var security = SecurityOf(settings);
        using var client = new SmtpClient { Timeout = (int)Timeout.TotalMilliseconds };
        try
        {
            await client.ConnectAsync(settings.Host!, settings.Port, security, ct);
            if (!string.IsNullOrEmpty(settings.UserName))
                await client.AuthenticateAsync(settings.UserName, settings.Password ?? "", ct);
            foreach (var letter in letters)
            {
                if (await SendOneAsync(client, letter, settings.From!, ct))
                    await settled(letter);
            }
            await client.DisconnectAsync(quit: true, ct);
        }
        catch (Exception error)
            when (error
                    is ProtocolException
                        or AuthenticationException
                        or SslHandshakeException
                        or System.Net.Sockets.SocketException
                        or TimeoutException
            )
        {
            throw new IOException($"The mail server {settings.Host}:{settings.Port} could not be used: {error.Message}", error);
        }
    }

    /// <summary>
    /// False when the server wants it later. An address that it refuses is refused for good: it must not keep everybody else's mail
    /// waiting.
    /// </summary>
    private async Task<bool> SendOneAsync(SmtpClient client, Letter letter, string from, CancellationToken ct)
    {
        if (!MailboxAddress.TryParse(letter.ToAddress, out var address))
        {
            log.LogWarning("A mail was not sent: the account's address is none");
            return true;
        }
        using var message = new MimeMessage();
        message.From.Add(MailboxAddress.Parse(from));
        message.To.Add(new MailboxAddress(letter.ToName, address.Address));
        message.Subject = letter.Subject;
        // Holiday answers and the like must not come back.
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        message.Body = new TextPart("plain") { Text = letter.Text };
        try
        {
            await client.SendAsync(message, ct);
            return true;
        }
        catch (SmtpCommandException error)
            when (error.ErrorCode
                    is SmtpErrorCode.RecipientNotAccepted
                        or SmtpErrorCode.MessageNotAccepted
                        or SmtpErrorCode.SenderNotAccepted
            )
        {
            var isFinal = (int)error.StatusCode >= 500;
            log.LogWarning(
                "The mail server {Verdict} a mail: {Status} {Reason}",
                isFinal ? "refused" : "put off",
                (int)error.StatusCode,
                error.Message
            );
            return isFinal;
        }
    }

    private static SecureSocketOptions SecurityOf(MailOptions settings) =>
        settings.Security.ToLowerInvariant() switch
        {
            "starttls" => SecureSocketOptions.StartTls,
            "tls" => SecureSocketOptions.SslOnConnect,
            "none" when string.IsNullOrEmpty(settings.UserName) => SecureSocketOptions.None,
            "none" => throw new InvalidOperationException(
                "Mail:Security is none while Mail:UserName is set: the password would cross the network in the clear."
            ),
            _ => throw new InvalidOperationException("Mail:Security is starttls, tls or none."),
        };
}
