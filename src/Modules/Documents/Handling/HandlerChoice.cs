namespace DoanKet.Modules.Documents.Handling;

/// <summary>Whom a form offers, by board or unit, and what was chosen on it.</summary>
internal sealed record HandlerChoice(DirectInput Input, IReadOnlyList<IGrouping<(Guid Id, string Name), PossibleHandler>> Places)
{
    public static HandlerChoice Of(DirectInput input, IEnumerable<PossibleHandler> handlers) =>
        new(input, [.. handlers.GroupBy(h => (h.PlaceId, h.Place))]);

    public bool IsChosen(PossibleHandler handler) =>
        Input.Lead == handler.Key || Input.Coordinate.Contains(handler.Key) || Input.Inform.Contains(handler.Key);
}
