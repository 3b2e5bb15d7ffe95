using DoanKet.Kernel.Access;
using DoanKet.Ui.Forms;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace DoanKet.Modules.Members.Checking;

/// <summary>Checks cards on a phone without a network: all is done by the page itself, which stays on the phone.</summary>
[Public("a shop or a counter looks whether a card counts, also without a network")]
[EnableRateLimiting(PublicPages.Policy)]
internal sealed class CheckPageModel : PageModel;
