namespace DoanKet.OfficialFormat;

/// <summary>A day by which a document asks for something.</summary>
/// <param name="Day">As printed; of a time limit the day it ends on, public holidays not thought of.</param>
/// <param name="Days">A time limit that runs from the day of issue ("trong vòng 15 ngày kể từ ngày ký"); null when a day is
/// printed.</param>
/// <param name="WorkingDays">The limit counts working days only.</param>
public sealed record Deadline(DateOnly Day, int? Days = null, bool WorkingDays = false);
