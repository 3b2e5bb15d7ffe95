namespace DoanKet.SigningTickets;

/// <summary>A server whose tickets the program beside the token takes.</summary>
/// <param name="Origin">"https://vanphong.example.vn"; plain http only of this very machine.</param>
/// <param name="Key">See <see cref="TicketKey.PublicKey"/>.</param>
public sealed record AllowedServer(string Origin, string Key);

/// <summary>The settings of the program beside the token, as the server gives them out together with it.</summary>
/// <param name="Drivers">Whole paths of token drivers (PKCS#11); those that are not there are passed over.</param>
public sealed record AgentSettings(IReadOnlyList<AllowedServer> Servers, IReadOnlyList<string> Drivers);
