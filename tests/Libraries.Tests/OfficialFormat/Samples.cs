namespace DoanKet.Libraries.Tests.OfficialFormat;

/// <summary>Texts as extractors give them. Names and dates are made up, except in the decree's own header.</summary>
internal static class Samples
{
    /// <summary>Công văn, both columns on one line.</summary>
    internal const string Letter = """
           LIÊN ĐOÀN LAO ĐỘNG                       CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
             TỈNH LAM SƠN                                Độc lập - Tự do - Hạnh phúc
        BAN TUYÊN GIÁO - NỮ CÔNG                       ______________________________
             ____________
           Số: 05/LĐLĐ-TGNC                          Lam Sơn, ngày 05 tháng 02 năm 2026
        V/v đôn đốc triển khai phần mềm
         quản lý văn bản tại cơ sở

              HỎA TỐC

                    Kính gửi:
                               - Liên đoàn Lao động các xã, phường;
                               - Công đoàn ngành Giáo dục,
                                 Công đoàn ngành Y tế;
                               - Các công đoàn cơ sở trực thuộc.

            Thực hiện Kế hoạch số 39-KH/TU ngày 18/5/2021 của Tỉnh ủy, Ban đề nghị các đơn vị
        Nơi nhận văn bản thành lập trước ngày 01/7/2025
        triển khai phần mềm và báo cáo kết quả về Ban trước
        ngày 15/6/2026 để tổng hợp; danh sách gửi chậm nhất là ngày 20 tháng 5./.

        Nơi nhận:                                      TL. BAN THƯỜNG VỤ
        - Như trên;                                       TRƯỞNG BAN
        - Thường trực LĐLĐ tỉnh
          (để báo cáo);
        - Lưu: VT, TGNC.

                                                     Nguyễn Thị Mẫu
        """;

    /// <summary>Giấy mời in reading order, the left column before the right one.</summary>
    internal const string Invitation = """
        TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM
        LIÊN ĐOÀN LAO ĐỘNG TỈNH LAM SƠN
        Số: 12/GM-LĐLĐ
        CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM
        Độc lập - Tự do - Hạnh phúc
        Lam Sơn, ngày 09 tháng 11 năm 2026
        GIẤY MỜI
        Dự Hội nghị tổng kết công tác nữ công
        và biểu dương cán bộ công đoàn
        Liên đoàn Lao động tỉnh trân trọng kính mời: Chủ tịch công đoàn cơ sở
        Thời gian: 8 giờ 00, ngày 20 tháng 11 năm 2026.
        Nơi nhận:
        - Như thành phần mời;
        - Lưu: VT, VP.
        TM. BAN THƯỜNG VỤ
        KT. CHỦ TỊCH
        PHÓ CHỦ TỊCH
        (Đã ký)
        Trần Văn Thử
        """;

    /// <summary>Kế hoạch of a grass-roots union, a single space between the columns, a deadline without a year.</summary>
    internal const string Plan = """
        LIÊN ĐOÀN LAO ĐỘNG TỈNH LAM SƠN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
        CÔNG ĐOÀN CƠ SỞ Độc lập - Tự do - Hạnh phúc
        CÔNG TY MAY MẪU
        Số: 07/KH-CĐCS Lam Sơn, ngày 20 tháng 12 năm 2025

        KẾ HOẠCH
        Thực hiện tháng hành động về an toàn lao động
        ____________

        Căn cứ Luật Công đoàn ngày 27/11/2024;
        Các tổ công đoàn gửi đăng ký về Ban Chấp hành trước 17 giờ 00, ngày 10/01, hạn cuối: 05.02.2026.

        Nơi nhận: TM. BAN CHẤP HÀNH
        - Các tổ công đoàn; CHỦ TỊCH
        - Lưu: VT.
        Lê Thị Thí Dụ
        """;

    /// <summary>A Party document: star, dash after the number, T/M.</summary>
    internal const string Party = """
        ĐẢNG BỘ TỈNH LAM SƠN                      ĐẢNG CỘNG SẢN VIỆT NAM
        BAN CHẤP HÀNH
               *                                Lam Sơn, ngày 14 tháng 12 năm 2025
           Số 06-NQ/TU

                              NGHỊ QUYẾT
                  về phát triển khoa học và công nghệ
                        giai đoạn 2026 - 2030
                              -----

            I. TÌNH HÌNH
        Nơi nhận:                               T/M BAN CHẤP HÀNH
        - Ban Bí thư (báo cáo),                      BÍ THƯ
        - Các đảng ủy trực thuộc,
        - Lưu Văn phòng Tỉnh ủy.
                                                Phạm Văn Giả Định
        """;

    /// <summary>The first and the last lines of Nghị định 30/2020/NĐ-CP, the right column first.</summary>
    internal const string Decree = """
        CHÍNH PHỦ
        _______

        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM

        Độc lập - Tự do - Hạnh phúc
        ________________________________________

        Hà Nội, ngày 05 tháng 3 năm 2020

        Số: 30/2020/NĐ-CP

        NGHỊ ĐỊNH
        Về công tác văn thư
        __________

        Căn cứ Luật Tổ chức Chính phủ ngày 19 tháng 6 năm 2015;
        Thành phần thể thức gồm:
        i) Nơi nhận.
        2. Các bộ chịu trách nhiệm thi hành Nghị định này./.
        Nơi nhận:
        - Ban Bí thư Trung ương Đảng;
                                                            TM. CHÍNH PHỦ
        - Các bộ, cơ quan ngang bộ,                           THỦ TƯỚNG
          cơ quan thuộc Chính phủ;
                                                              [ (Đã ký)
        - Lưu: VT, HC (2).
        """;

    /// <summary>A report without its left column, every paragraph parted by a blank line, as text saved from a word processor.</summary>
    internal const string Report = """


        Số: /BC-LĐLĐ

        Lam Sơn, ngày tháng 7 năm 2026

        BÁO CÁO

        Sơ kết 5 năm thực hiện Nghị quyết số 06-NQ/TU, ngày 14/12/2021 của Ban chấp hành Đảng bộ tỉnh

        Thực hiện Kế hoạch số 39-KH/TU ngày 18/5/2026 của Tỉnh ủy, Liên đoàn Lao động tỉnh báo cáo như sau:

        Nơi nhận:

        - Sở Khoa học và Công nghệ;

        - Thường trực LĐLĐ tỉnh ;

        - Lưu VT, TGNC.

        **TM. BAN THƯỜNG VỤ
        PHÓ CHỦ TỊCH**

        Nguyễn Văn Mẫu
        """;

    /// <summary>A draft whose number and day are still blank.</summary>
    internal const string Draft = """
        LIÊN ĐOÀN LAO ĐỘNG TỈNH LAM SƠN        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
        Số:         /BC-LĐLĐ                   Lam Sơn, ngày       tháng 7 năm 2026
                                 BÁO CÁO
                       Sơ kết 5 năm thực hiện Nghị quyết
        """;
}
