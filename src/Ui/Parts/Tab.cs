namespace DoanKet.Ui.Parts;

/// <summary>A part of a list, for the partial <c>_Tabs</c>.</summary>
/// <param name="Count">How many; null is not counted.</param>
/// <param name="Kind">Colour of the count.</param>
public sealed record Tab(string Text, string Href, bool IsCurrent, Count? Count = null, BadgeKind Kind = BadgeKind.Neutral);

/// <summary>A number that was counted up to a limit.</summary>
public readonly record struct Count(int Value, int Limit)
{
    /// <summary>"1.000+" beyond the limit.</summary>
    public override string ToString() => Value > Limit ? Figures.Show(Limit) + "+" : Figures.Show(Value);
}
