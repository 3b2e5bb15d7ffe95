using DoanKet.PaperForms;

namespace DoanKet.Modules.Documents.Registers;

/// <summary>Which part of which book is asked for.</summary>
/// <param name="FirstNumber">Of the book's own numbers, both ends counted.</param>
internal sealed record RegisterQuery(
    Guid UnitId,
    int Year,
    string BookCode,
    DateOnly? From,
    DateOnly? To,
    int? FirstNumber,
    int? LastNumber
);

/// <summary>A line of a book.</summary>
/// <param name="Number">Its number in the book, by which the book is ordered and read on.</param>
/// <param name="Link">The document's page; empty for a line without a document.</param>
/// <param name="Cells">One text for each column.</param>
internal sealed record RegisterRow(int Number, string Link, IReadOnlyList<string> Cells);

/// <summary>What lies in the part that was asked for; nulls when nothing does.</summary>
internal sealed record RegisterSpan(int? FirstNumber, int? LastNumber, DateOnly? FirstDay, DateOnly? LastDay);

/// <summary>A book of the decree (Nghị định 30/2020/NĐ-CP, phụ lục IV): its columns by name and in order, and where its lines come
/// from.</summary>
internal interface IRegister
{
    /// <summary>As it stands in the address.</summary>
    string Slug { get; }

    string Title(string bookCode, int year);

    IReadOnlyList<PaperColumn> Columns { get; }

    /// <summary>"Từ số … đến số …" stands on its first page; the decree leaves it out of the book of following up.</summary>
    bool NamesNumbers { get; }

    /// <summary>The column that leads to the document on screen.</summary>
    int LinkColumn { get; }

    /// <summary>What the clerk may miss when no line is found.</summary>
    string WhatIsNotIn => "Văn bản chưa vào sổ và văn bản đã trả lại không có trong sổ.";

    /// <summary>Lines with a number above <paramref name="after"/>, in the order of their numbers.</summary>
    Task<IReadOnlyList<RegisterRow>> ReadAsync(RegisterQuery query, int after, int take, CancellationToken ct);

    /// <summary>Of the whole book; 0 when it is empty.</summary>
    Task<int> LastNumberAsync(RegisterQuery query, CancellationToken ct);

    Task<RegisterSpan> SpanAsync(RegisterQuery query, CancellationToken ct);
}
