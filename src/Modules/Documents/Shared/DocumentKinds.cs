using DoanKet.Kernel;
using DoanKet.Kernel.Catalogues;
using DoanKet.Kernel.Persistence;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace DoanKet.Modules.Documents.Shared;

/// <summary>The kinds of documents, from the catalogue.</summary>
internal sealed class DocumentKinds(UnionDb db, CatalogueMemory memory, TimeProvider time)
{
    /// <summary>Those of today, in the order of the catalogue.</summary>
    public IEnumerable<SelectListItem> Choices => Choose(Today);

    /// <summary>Those of today that a unit drafts itself.</summary>
    public IEnumerable<SelectListItem> DraftChoices => Choose(Today.Where(kind => kind.IsDrafted));

    /// <summary>Those of today and the one that a document has already.</summary>
    public IEnumerable<SelectListItem> ChoicesWith(string? code) =>
        Choose(Find(code) is { } kind ? Today.Where(other => other.Code != kind.Code).Append(kind) : Today);

    /// <summary>Of any time: what is in a book keeps its kind. The latest row of the code; null when there is none.</summary>
    public KindEntry? Find(string? code) =>
        string.IsNullOrEmpty(code) ? null : Rows.Where(kind => kind.Code == code).MaxBy(kind => kind.ValidFrom);

    /// <summary>Whether a new document may be of the kind.</summary>
    public bool Has(string? code) => Today.Any(kind => kind.Code == code);

    public bool IsDrafted(string? code) => Today.Any(kind => kind.IsDrafted && kind.Code == code);

    /// <summary>Empty for an unknown code.</summary>
    public string Name(string? code) => Find(code)?.Name ?? "";

    /// <summary>"Hướng dẫn: đại hội công đoàn cơ sở"; without a known kind only the subject.</summary>
    public string KindAndSubject(string? code, string subject) => Find(code) is { } kind ? $"{kind.Name}: {subject}" : subject;

    /// <summary>What stands for the kind in a notation of today; empty where nothing does.</summary>
    public string Abbreviation(string? code) => (Today.FirstOrDefault(kind => kind.Code == code) ?? Find(code))?.Abbreviation ?? "";

    private IEnumerable<KindEntry> Today
    {
        get
        {
            var today = time.Today();
            return Rows.Where(kind => kind.HoldsOn(today));
        }
    }

    private IReadOnlyList<KindEntry> Rows => memory.Rows<KindEntry>(db);

    private static IEnumerable<SelectListItem> Choose(IEnumerable<KindEntry> kinds) =>
        kinds
            .OrderBy(kind => kind.Ordinal)
            .ThenBy(kind => kind.Name, StringComparer.Ordinal)
            .Select(kind => new SelectListItem(kind.Name, kind.Code));
}
