using Xunit;

namespace DoanKet.Testing;

/// <summary>What a request wrote aside under the data folder while it came in.</summary>
public static class TemporaryFiles
{
    /// <summary>Waits until nothing is left there: the answer reaches the person a moment before the server clears up. What stays
    /// fails the test.</summary>
    public static async Task AssertGoneAsync(string dataFolder)
    {
        var folder = Path.Combine(dataFolder, "tmp");
        for (var tries = 0; tries < 100 && Directory.EnumerateFiles(folder).Any(); tries++)
            await Task.Delay(100);
        Assert.Empty(Directory.EnumerateFiles(folder));
    }
}
