namespace DoanKet.SigningAgent;

/// <summary>Nothing is signed. The message says why, in Vietnamese, to the person here and on the page that waits.</summary>
internal sealed class RefusedException(string message) : Exception(message);
