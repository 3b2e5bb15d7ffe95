using System.Security.Claims;
using DoanKet.Kernel.Files;
using DoanKet.Kernel.Persistence;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Host.Web;

/// <summary>Turns a surprise into the status that tells the person what to do; the page or the problem JSON is made afterwards from
/// it.</summary>
internal sealed class Faults(SqlDialect dialect, ILogger<Faults> log) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var status = StatusOf(exception);
        Write(httpContext, exception, status);
        httpContext.Response.StatusCode = status;
        if (!httpContext.Request.Headers.Accept.ToString().Contains("application/json", StringComparison.OrdinalIgnoreCase))
            return false;
        await Results
            .Problem(title: FaultTexts.Of(status, exception).Title, statusCode: status, instance: httpContext.TraceIdentifier)
            .ExecuteAsync(httpContext);
        return true;
    }

    /// <summary>
    /// One line for one fault; the same id stands on the page, so that a person can read it out over the telephone. Where it went wrong
    /// is worth telling only of what nobody expected.
    /// </summary>
    private void Write(HttpContext http, Exception exception, int status)
    {
        var account = http.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? "-";
        var path = http.Features.Get<IExceptionHandlerPathFeature>()?.Path ?? http.Request.Path;
        if (status is StatusCodes.Status500InternalServerError)
            log.Unexpected(exception, http.TraceIdentifier, http.Request.Method, path, account);
        else if (status > StatusCodes.Status500InternalServerError)
            log.OutOfOrder(status, http.TraceIdentifier, http.Request.Method, path, account, exception.GetBaseException().Message);
        else
            log.Refused(status, http.TraceIdentifier, http.Request.Method, path, account, exception.GetBaseException().Message);
    }

    private int StatusOf(Exception error) =>
        error switch
        {
            BadHttpRequestException bad => bad.StatusCode,
            DbUpdateConcurrencyException => StatusCodes.Status409Conflict,
            // The same name or code, given by two people at once: each looked before the other had written.
            _ when dialect.IsDuplicate(error) => StatusCodes.Status409Conflict,
            FileNotFoundException => StatusCodes.Status404NotFound,
            InvalidDataException => StatusCodes.Status400BadRequest,
            FileStoreUnavailableException => StatusCodes.Status503ServiceUnavailable,
            IOException file when DiskSpace.IsUsedUp(file) => StatusCodes.Status507InsufficientStorage,
            _ when dialect.IsDiskFull(error) => StatusCodes.Status507InsufficientStorage,
            _ when dialect.IsUnavailable(error) => StatusCodes.Status503ServiceUnavailable,
            _ => StatusCodes.Status500InternalServerError,
        };
}

/// <summary>What the error pages say.</summary>
internal static class FaultTexts
{
    public static (string Title, string WhatToDo) Of(int status, Exception? error) =>
        error is FileStoreUnavailableException
            ? (
                "Kho tệp không trả lời",
                "Sổ sách và công việc vẫn dùng được; chỉ tệp chưa mở hoặc gửi được. Hãy đợi một phút rồi thử lại; nếu vẫn thế, báo quản "
                    + "trị."
            )
            : Of(status);

    public static (string Title, string WhatToDo) Of(int status) =>
        status switch
        {
            400 => ("Yêu cầu không hợp lệ", "Trang có thể đã mở quá lâu. Hãy quay lại, tải lại trang rồi làm lại; dữ liệu đã lưu vẫn còn."),
            401 => (
                "Phiên làm việc đã hết",
                "Hãy giữ trang này, mở trang đăng nhập ở một thẻ khác, đăng nhập lại, rồi quay lại đây. Chưa có gì bị mất."
            ),
            403 => ("Anh/chị không có quyền vào trang này", "Nếu công việc của anh/chị cần trang này, hãy đề nghị quản trị cấp quyền."),
            404 => (
                "Không tìm thấy",
                "Địa chỉ sai, hoặc văn bản không thuộc đơn vị của anh/chị. Hãy quay về “Việc của tôi” hoặc dùng ô tìm kiếm."
            ),
            409 => (
                "Người khác vừa sửa nội dung này",
                "Chưa có gì của anh/chị bị ghi đè. Hãy quay lại, tải lại trang để thấy nội dung mới rồi làm lại."
            ),
            429 => ("Quá nhiều lần thử", "Máy của anh/chị vừa gửi quá nhiều yêu cầu. Hãy đợi một phút rồi thử lại."),
            413 => ("Tệp quá lớn", "Hãy nén nhỏ tệp, quét ở 200 dpi hoặc tách thành nhiều tệp rồi gửi lại."),
            503 => (
                "Cơ sở dữ liệu tạm thời không trả lời",
                "Thao tác vừa rồi chưa được lưu; những gì lưu trước đó vẫn nguyên. Hãy đợi một phút rồi thử lại; nếu vẫn thế, báo quản trị."
            ),
            507 => (
                "Ổ đĩa của máy chủ đã đầy",
                "Thao tác vừa rồi chưa được lưu; những gì lưu trước đó vẫn nguyên. Hãy báo quản trị dọn ổ đĩa rồi làm lại."
            ),
            _ => (
                "Chương trình gặp lỗi ngoài dự kiến",
                "Thao tác vừa rồi có thể chưa được lưu. Hãy quay lại thử lần nữa; nếu vẫn lỗi, đọc mã dưới đây cho quản trị."
            ),
        };
}
