namespace DoanKet.OfficialFormat;

/// <summary>Who writes the number and notation how.</summary>
public enum NumberGrammar
{
    /// <summary>State and trade union: 18/HD-LĐLĐ, 1240/LĐLĐ, 30/2020/NĐ-CP.</summary>
    State,

    /// <summary>Party: 39-KH/TU.</summary>
    Party,
}
