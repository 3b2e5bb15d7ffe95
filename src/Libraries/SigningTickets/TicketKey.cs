using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Math.EC.Rfc8032;

namespace DoanKet.SigningTickets;

/// <summary>The key by which a server's tickets are known (Ed25519, RFC 8032).</summary>
public sealed class TicketKey
{
    private readonly Ed25519PrivateKeyParameters _key;

    /// <param name="secret">Of the server, 32 bytes; the key is derived from it.</param>
    public TicketKey(ReadOnlySpan<byte> secret) =>
        _key = new(HKDF.DeriveKey(HashAlgorithmName.SHA256, secret.ToArray(), 32, info: "doanket.ticket.sign"u8.ToArray()));

    /// <summary>Base64Url of 32 bytes.</summary>
    public string PublicKey => Base64Url.EncodeToString(_key.GeneratePublicKey().GetEncoded());

    public SignedTicket Sign(SigningTicket ticket)
    {
        var said = JsonSerializer.SerializeToUtf8Bytes(ticket, TicketJson.Default.SigningTicket);
        var message = TicketMessage.Of(said);
        var signature = new byte[Ed25519.SignatureSize];
        _key.Sign(Ed25519.Algorithm.Ed25519, null, message, 0, message.Length, signature, 0);
        return new(said, signature);
    }
}

/// <summary>Why a ticket is not believed.</summary>
public sealed class TicketRefusedException(string message) : Exception(message);

/// <summary>The server's key as the program beside the token knows it.</summary>
public sealed class TicketPublicKey
{
    private readonly Ed25519PublicKeyParameters _key;

    private TicketPublicKey(Ed25519PublicKeyParameters key) => _key = key;

    /// <exception cref="TicketRefusedException">It is none.</exception>
    public static TicketPublicKey Parse(string text)
    {
        try
        {
            return new(new(Base64Url.DecodeFromChars(text)));
        }
        catch (Exception e) when (e is FormatException or ArgumentException)
        {
            throw new TicketRefusedException("This is no key of a server.");
        }
    }

    /// <summary>Believes a ticket only when this server made it, for this job and this very question.</summary>
    /// <exception cref="TicketRefusedException">It is from elsewhere, from before, or for something else.</exception>
    public SigningTicket Open(SignedTicket given, string server, Guid job, string nonce)
    {
        if (given.Signature.Length != Ed25519.SignatureSize || !IsRight(given))
            throw new TicketRefusedException("The ticket was not made by this server.");
        var ticket = Read(given.Ticket);
        if (ticket.Server != server || ticket.Job != job)
            throw new TicketRefusedException("The ticket is for another server or job.");
        if (ticket.Nonce != nonce)
            throw new TicketRefusedException("The ticket was made for an earlier question.");
        return ticket;
    }

    private bool IsRight(SignedTicket given)
    {
        var message = TicketMessage.Of(given.Ticket);
        return _key.Verify(Ed25519.Algorithm.Ed25519, null, message, 0, message.Length, given.Signature, 0);
    }

    private static SigningTicket Read(byte[] ticket)
    {
        try
        {
            return JsonSerializer.Deserialize(ticket, TicketJson.Default.SigningTicket)
                ?? throw new TicketRefusedException("The ticket cannot be read.");
        }
        catch (JsonException)
        {
            throw new TicketRefusedException("The ticket cannot be read.");
        }
    }
}

/// <summary>What is signed of a ticket: never the beginning of anything else that is signed.</summary>
internal static class TicketMessage
{
    public static byte[] Of(byte[] ticket) => [.. "doanket.ticket.1\n"u8, .. ticket];
}

/// <summary>JSON of what goes between the two, without reflection, so that the program beside the token stays small.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true
)]
[JsonSerializable(typeof(SigningTicket))]
[JsonSerializable(typeof(TicketRequest))]
[JsonSerializable(typeof(SignedTicket))]
[JsonSerializable(typeof(TicketAnswer))]
[JsonSerializable(typeof(AgentSettings))]
public sealed partial class TicketJson : JsonSerializerContext;
