namespace DoanKet.Modules.Members.Quality;

/// <summary>The parts of the list of a year.</summary>
internal enum RatingGroup
{
    Waiting = 0,
    Decided = 1,
    Missing = 2,
}

internal static class RatingGroups
{
    public static string Name(this RatingGroup group) =>
        group switch
        {
            RatingGroup.Waiting => "Chờ công nhận",
            RatingGroup.Decided => "Đã công nhận",
            _ => "Chưa tự chấm",
        };
}
