namespace DoanKet.Ui.Parts;

/// <summary>Model of the partial <c>_ProblemPage</c>: what happened, what to do, the id that is also in the log.</summary>
public sealed record ProblemPage(string Title, string WhatToDo, string? Id);
