using System.Security.Cryptography;
using DoanKet.SigningTickets;

namespace DoanKet.Libraries.Tests.SigningTickets;

/// <summary>Anybody can put a link into a page: only one that is exactly right is read.</summary>
public sealed class LinkTests
{
    private static readonly Guid Job = new("0198a1b2-0000-7000-8000-000000000001");
    private static readonly DateTimeOffset Now = new(2026, 3, 10, 9, 0, 30, TimeSpan.Zero);

    [Theory]
    [InlineData("vanphong.example.vn")]
    [InlineData("localhost:5080")]
    [InlineData("10.0.0.7:8443")]
    public void ALinkIsReadAsItWasWritten(string server)
    {
        var link = new SigningLink(server, Job, new TicketCode(new byte[32]).For(Job, 0, Now));

        Assert.True(SigningLink.TryParse(link.ToString(), out var read));
        Assert.Equal(link, read);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("https://vanphong.example.vn/0198a1b2-0000-7000-8000-000000000001/AAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("doanket-ky://ai:day@vanphong.example.vn/0198a1b2-0000-7000-8000-000000000001/AAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("doanket-ky://vanphong.example.vn/0198a1b2-0000-7000-8000-000000000001/AAAAAAAAAAAAAAAAAAAAAAAA?a=1")]
    [InlineData("doanket-ky://vanphong.example.vn/0198a1b2-0000-7000-8000-000000000001/AAAAAAAAAAAAAAAAAAAAAAAA#a")]
    [InlineData("doanket-ky://vanphong.example.vn/0198a1b2-0000-7000-8000-000000000001/AAAA/AAAAAAAAAAAAAAAAAAA")]
    [InlineData("doanket-ky://vanphong.example.vn/0198a1b2-0000-7000-8000-000000000001/AAAAAAAAAAAAAAAAAAAAAAA%")]
    [InlineData("doanket-ky://vanphong.example.vn/khong-phai/AAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("doanket-ky:///0198a1b2-0000-7000-8000-000000000001/AAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("--cai-dat")]
    public void AnythingElseIsNone(string? text) => Assert.False(SigningLink.TryParse(text, out _));

    [Fact]
    public void ACodeIsGoodForThisMinuteAndTheNextAndForItsAttempt()
    {
        var codes = new TicketCode(RandomNumberGenerator.GetBytes(32));
        var code = codes.For(Job, 1, Now);

        Assert.True(codes.IsRight(Job, 1, code, Now.AddMinutes(1)));
        Assert.False(codes.IsRight(Job, 1, code, Now.AddMinutes(2)));
        Assert.False(codes.IsRight(Job, 2, code, Now));
        Assert.False(codes.IsRight(Guid.Empty, 1, code, Now));
        Assert.False(codes.IsRight(Job, 1, code[..^1], Now));
        Assert.False(new TicketCode(RandomNumberGenerator.GetBytes(32)).IsRight(Job, 1, code, Now));
    }

    [Fact]
    public void ATicketIsBelievedOnlyAsItWasSigned()
    {
        var key = new TicketKey(RandomNumberGenerator.GetBytes(32));
        var ticket = new SigningTicket("https://a.example", Job, "n", TicketPurpose.Add, "Người thử", "", [], "khóa");
        var given = key.Sign(ticket);
        var known = TicketPublicKey.Parse(key.PublicKey);

        Assert.Equal(ticket with { Papers = [] }, known.Open(given, "https://a.example", Job, "n") with { Papers = ticket.Papers });
        byte[] changed = [.. given.Ticket];
        changed[10] ^= 1;
        Assert.Throws<TicketRefusedException>(() => known.Open(given with { Ticket = changed }, "https://a.example", Job, "n"));
        Assert.Throws<TicketRefusedException>(() => known.Open(given, "https://b.example", Job, "n"));
        Assert.Throws<TicketRefusedException>(() => known.Open(given, "https://a.example", Guid.Empty, "n"));
        Assert.Throws<TicketRefusedException>(() => known.Open(given, "https://a.example", Job, "m"));
        Assert.Throws<TicketRefusedException>(() => TicketPublicKey.Parse("AAAA"));
    }
}
