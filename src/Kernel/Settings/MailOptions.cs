namespace DoanKet.Kernel.Settings;

/// <summary>Section <c>Mail</c>. Without a host no mail is sent. The password comes from the environment: <c>Mail__Password</c>.</summary>
public sealed class MailOptions
{
    public string? Host { get; set; }

    public int Port { get; set; } = 587;

    /// <summary><c>starttls</c> (default), <c>tls</c>, or <c>none</c> for a relay on this machine.</summary>
    public string Security { get; set; } = "starttls";

    public string? UserName { get; set; }

    public string? Password { get; set; }

    /// <summary>Sender of every mail: "Văn phòng số &lt;doanket@example.vn&gt;".</summary>
    public string? From { get; set; }

    public bool IsUsed => !string.IsNullOrWhiteSpace(Host) && !string.IsNullOrWhiteSpace(From);
}
