using DoanKet.Ui.Forms;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace DoanKet.Modules.Documents.Incoming;

/// <summary>What the fields of a printed document want to know besides their values, on every page that shows them.</summary>
internal sealed record PrintedFields(
    IReadOnlyList<string> Issuers,
    bool IsSealed,
    IReadOnlyDictionary<string, ReadValue> Reading,
    string FirstField
)
{
    private const string Key = "printed-fields";

    public ReadMark Mark(string field) =>
        Reading.GetValueOrDefault(field) switch
        {
            null => ReadMark.None,
            { Doubtful: true } => ReadMark.Doubtful,
            _ => ReadMark.Read,
        };

    /// <summary>Null leaves the attribute out.</summary>
    public string? Focus(string field) => FirstField == field ? "autofocus" : null;

    public static PrintedFields From(ViewDataDictionary data) => (PrintedFields)data[Key]!;

    public static ViewDataDictionary Data(ViewDataDictionary page, PrintedFields fields) => new(page) { [Key] = fields };
}
