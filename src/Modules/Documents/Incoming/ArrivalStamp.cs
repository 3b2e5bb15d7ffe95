namespace DoanKet.Modules.Documents.Incoming;

/// <summary>What stands in the stamp of arrival (Nghị định 30/2020/NĐ-CP, phụ lục IV, mục II).</summary>
/// <param name="GivenTo">Who works on the document; empty until it is directed.</param>
internal sealed record ArrivalStamp(string UnitName, int Number, DateOnly Day, string GivenTo);
