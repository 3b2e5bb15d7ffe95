namespace DoanKet.SigningAgent;

/// <summary>The person in front of the machine.</summary>
internal interface IScreen
{
    void Say(string text);

    /// <returns>The answer, trimmed; null when nobody is there any more.</returns>
    string? Ask(string question);

    /// <summary>Shows no letter of it.</summary>
    /// <returns>UTF-8, to be wiped by the caller; empty when the person gave up.</returns>
    byte[] AskPin(string question);
}
