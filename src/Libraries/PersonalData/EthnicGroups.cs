namespace DoanKet.PersonalData;

/// <summary>The 54 ethnic groups of Vietnam by their usual names (Quyết định 121-TCTK/PPCĐ of 1979), as suggestions for forms.</summary>
public static class EthnicGroups
{
    public static IReadOnlyList<string> Names { get; } =
    [
        .. (
            "Kinh, Tày, Thái, Hoa, Khơ-me, Mường, Nùng, Hmông, Dao, Gia-rai, Ngái, Ê-đê, Ba-na, Xơ-đăng, Sán Chay, Cơ-ho, Chăm, Sán Dìu, "
            + "Hrê, Mnông, Ra-glai, Xtiêng, Bru-Vân Kiều, Thổ, Giáy, Cơ-tu, Gié-Triêng, Mạ, Khơ-mú, Co, Ta-ôi, Chơ-ro, Kháng, Xinh-mun, "
            + "Hà Nhì, Chu-ru, Lào, La Chí, La Ha, Phù Lá, La Hủ, Lự, Lô Lô, Chứt, Mảng, Pà Thẻn, Cơ Lao, Cống, Bố Y, Si La, Pu Péo, Brâu, "
            + "Ơ-đu, Rơ-măm"
        ).Split(", "),
    ];
}
