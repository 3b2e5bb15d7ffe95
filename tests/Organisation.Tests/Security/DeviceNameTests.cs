using DoanKet.Ui.Parts;

namespace DoanKet.Organisation.Tests.Security;

public sealed class DeviceNameTests
{
    [Theory]
    [
        InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/141.0 Safari/537.36", "Chrome trên Windows"),
        InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/141.0 Safari/537.36 Edg/141.0", "Edge trên Windows"),
        InlineData("Mozilla/5.0 (Windows NT 10.0) coc_coc_browser/130.0 Chrome/124.0 Safari/537.36", "Cốc Cốc trên Windows"),
        InlineData("Mozilla/5.0 (Linux; Android 14; SM-A155F) Chrome/141.0 Mobile Safari/537.36", "Chrome trên điện thoại Android"),
        InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) Version/18.5 Mobile Safari/604.1", "Safari trên iPhone"),
        InlineData("curl/8", "Không rõ thiết bị"),
        InlineData("", "Không rõ thiết bị")
    ]
    public void A_browser_is_named_as_its_owner_knows_it(string userAgent, string name) => Assert.Equal(name, DeviceName.Of(userAgent));
}
