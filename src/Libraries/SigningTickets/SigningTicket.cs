namespace DoanKet.SigningTickets;

/// <summary>What the program beside the token is to do.</summary>
public enum TicketPurpose
{
    /// <summary>Sign papers with the certificate that the ticket names.</summary>
    Sign,

    /// <summary>Show the certificate of a token and prove that its key is there, so that papers may be signed with it later.</summary>
    Add,
}

/// <summary>A paper to be signed.</summary>
/// <param name="Title">Shown to the person.</param>
/// <param name="Statement">The signed attributes of the signature (CMS, DER), of which the hash is signed.</param>
public sealed record TicketPaper(string Title, string FileName, byte[] Statement);

/// <summary>A job for the program beside a token, good for one answer.</summary>
/// <param name="Server">Origin: "https://vanphong.example.vn".</param>
/// <param name="Nonce">Given by the program that fetched it: a ticket from before has another.</param>
/// <param name="Person">Who is to sign, shown to whoever sits there.</param>
/// <param name="Certificate">SHA-256, hexadecimal; empty when one is to be added.</param>
/// <param name="AnswerKey">Comes back with the answer.</param>
public sealed record SigningTicket(
    string Server,
    Guid Job,
    string Nonce,
    TicketPurpose Purpose,
    string Person,
    string Certificate,
    IReadOnlyList<TicketPaper> Papers,
    string AnswerKey
);

/// <summary>Asks for a ticket.</summary>
/// <param name="Nonce">Random, at least 16 bytes, Base64Url.</param>
public sealed record TicketRequest(string Code, string Nonce);

/// <summary>A ticket with the signature of its server.</summary>
/// <param name="Ticket">JSON, UTF-8.</param>
public sealed record SignedTicket(byte[] Ticket, byte[] Signature);

/// <summary>What became of a ticket.</summary>
/// <param name="Values">Of the papers, in their order; null when nothing was signed.</param>
/// <param name="Certificates">DER, the key's own first, when one is added.</param>
/// <param name="Proof">The key's signature over <see cref="TokenProof"/>, when one is added.</param>
/// <param name="Failure">Why nothing was signed, in Vietnamese, for the page that waits; null when all went well.</param>
public sealed record TicketAnswer(
    string AnswerKey,
    IReadOnlyList<byte[]>? Values = null,
    IReadOnlyList<byte[]>? Certificates = null,
    byte[]? Proof = null,
    string? Failure = null
);
