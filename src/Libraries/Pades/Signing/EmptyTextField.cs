namespace DoanKet.Pades;

/// <summary>A field for text that a later signature fills in (<see cref="SigningOptions.FieldTexts"/>).</summary>
/// <param name="Name">No other field has it.</param>
/// <param name="Page">From 1 on.</param>
public sealed record EmptyTextField(string Name, int Page, PageRectangle Place);
