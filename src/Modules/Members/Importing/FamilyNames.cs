using System.Collections.Frozen;
using DoanKet.VietnameseText;

namespace DoanKet.Modules.Members.Importing;

/// <summary>Family names by which a column without a heading is known for one of names; not a list of all there are.</summary>
internal static class FamilyNames
{
    private static readonly FrozenSet<string> Common = (
        "nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly dao doan vuong trinh truong dinh lam "
        + "mai phung ta to ha cao luong luu chu thai quach kieu tong vi lo quang ha kim cu cut moong xong lau va lu sam "
        + "hung nong be ma giang thao vang ksor rmah y h ra kpa siu ro cham"
    )
        .Split(' ')
        .ToFrozenSet();

    public static bool Begins(string name) => Fold.Words(name) is [var first, ..] && Common.Contains(first);
}
