using System.Text;

namespace DoanKet.CardTokens;

/// <summary>What a signature is for, so that one made for a list never passes for one of a card.</summary>
internal sealed class Purpose
{
    public static readonly Purpose Card = new("doanket.card.1"),
        Phone = new("doanket.phone.1"),
        RevokedList = new("doanket.revoked.1");

    private readonly byte[] _name;

    private Purpose(string name) => _name = Encoding.ASCII.GetBytes(name + "\n");

    public byte[] Message(ReadOnlySpan<byte> said) => [.. _name, .. said];
}
