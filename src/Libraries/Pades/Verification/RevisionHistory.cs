using DoanKet.Pades.Reading;

namespace DoanKet.Pades;

/// <summary>What happened after a signature.</summary>
internal sealed record Aftermath(LaterChanges Class, IReadOnlyList<string> Notes, IReadOnlyList<string> Fields);

/// <summary>The revisions that somebody signed, from the first to the file as it is, and what changed between them.</summary>
internal sealed class RevisionHistory
{
    private readonly List<PdfFile> _revisions;
    private readonly List<RevisionChanges> _steps = [];

    public RevisionHistory(PdfFile file, IEnumerable<SignedRevision> signed)
    {
        _revisions = [.. signed.Select(revision => revision.File).OfType<PdfFile>().DistinctBy(revision => revision.Source.Length)];
        _revisions.Sort((a, b) => a.Source.Length.CompareTo(b.Source.Length));
        if (_revisions.Count > 0 && _revisions[^1].Source.Length < file.Source.Length)
            _revisions.Add(file);
        for (var i = 1; i < _revisions.Count; i++)
            _steps.Add(RevisionChanges.Between(_revisions[i - 1], _revisions[i]));
        if (_steps.Count > 0 && HasBytesBehind(file))
            _steps[^1].Found(LaterChanges.Undefined, "Behind the end of the document stand more bytes.");
    }

    public Aftermath After(SignedRevision revision)
    {
        if (revision.Range is null)
            return new(LaterChanges.Undefined, [], []);
        var first = _revisions.FindIndex(known => known.Source.Length == revision.Range.End);
        var steps = _steps.Skip(first).ToList();
        return new(
            steps.Select(step => step.Class).DefaultIfEmpty().Max(),
            [.. steps.SelectMany(step => step.Notes)],
            [.. steps.SelectMany(step => step.Fields)]
        );
    }

    private static bool HasBytesBehind(PdfFile file) =>
        file.Source.Read(file.EndOfFile, (int)(file.Source.Length - file.EndOfFile)).Any(letter => !Letters.IsSpace(letter));
}
