namespace DoanKet.OfficialFormat;

/// <summary>Dấu chỉ mức độ khẩn (phụ lục I, ô số 10b).</summary>
public enum UrgencyMark
{
    /// <summary>KHẨN.</summary>
    Urgent = 1,

    /// <summary>THƯỢNG KHẨN.</summary>
    VeryUrgent = 2,

    /// <summary>HỎA TỐC.</summary>
    Express = 3,
}

/// <summary>Dấu chỉ độ mật (phụ lục I, ô số 10a).</summary>
public enum SecrecyMark
{
    /// <summary>MẬT.</summary>
    Secret = 1,

    /// <summary>TỐI MẬT.</summary>
    TopSecret = 2,

    /// <summary>TUYỆT MẬT.</summary>
    UtmostSecret = 3,
}
