namespace DoanKet.Modules.Members.Shared;

/// <summary>The rows of one member.</summary>
/// <param name="Sensitive">Kept only when it says anything.</param>
internal sealed record MemberRecord(Member Member, MemberProfile Profile, MemberSensitive Sensitive);
