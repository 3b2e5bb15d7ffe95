using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Razor.TagHelpers;
using ZXing;
using ZXing.QrCode;

namespace DoanKet.Ui.Parts;

/// <summary><c>&lt;qr-code text="https://…" label="Mã QR để quét bằng điện thoại" /&gt;</c>: a picture that a phone reads.</summary>
[HtmlTargetElement("qr-code", TagStructure = TagStructure.WithoutEndTag)]
public sealed class QrCodeTagHelper : TagHelper
{
    /// <summary>In ASCII, as addresses are; at most some 1,000 characters, for phones read no denser ones.</summary>
    public required string Text { get; set; }

    /// <summary>For who does not see the picture.</summary>
    public required string Label { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        // With its quiet zone, one unit for each dot.
        var dots = new QRCodeWriter().encode(Text, BarcodeFormat.QR_CODE, 0, 0);
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "dk-qr");
        output.Attributes.SetAttribute("role", "img");
        output.Attributes.SetAttribute("aria-label", Label);
        output.Attributes.SetAttribute("viewBox", string.Create(CultureInfo.InvariantCulture, $"0 0 {dots.Width} {dots.Height}"));
        var path = new StringBuilder();
        for (var y = 0; y < dots.Height; y++)
        for (var x = 0; x < dots.Width; x++)
            if (dots[x, y])
                path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
        output.Content.AppendHtml($"<path fill=\"#fff\" d=\"M0 0h{dots.Width}v{dots.Height}H0z\"/><path fill=\"#000\" d=\"{path}\"/>");
    }
}
