using DoanKet.Kernel.Files;

namespace DoanKet.Modules.Documents.Incoming;

/// <summary>Turns the text of the first pages into proposals for the registering form.</summary>
internal static class HeadingValues
{
    public static IReadOnlyDictionary<string, ReadValue> Of(IReadOnlyList<FileText> files)
    {
        var values = new Dictionary<string, ReadValue>();
        if (files.Sum(f => f.Pages ?? 0) is > 0 and var pages)
            values[nameof(RegisterInput.Pages)] = new(pages.ToString(), Doubtful: false);
        return values;
    }
}
