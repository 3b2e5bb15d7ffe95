using System.Net;
using AngleSharp;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.AspNetCore.TestHost;
using Xunit;

namespace DoanKet.Testing;

/// <summary>A person with a browser that has no JavaScript: gets pages, fills in the forms that stand on them, sends them.</summary>
public sealed class Visitor : IDisposable
{
    private readonly HttpClient _client;
    private readonly HtmlParser _parser = new(new HtmlParserOptions(), BrowsingContext.New(Configuration.Default));

    internal Visitor(TestServer server)
        : this(server.CreateHandler(), new("http://localhost")) { }

    /// <summary>Of a program that listens on the network.</summary>
    public Visitor(Uri address)
        : this(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }, address) { }

    private Visitor(HttpMessageHandler network, Uri address)
    {
        var cookies = new CookieContainerHandler { InnerHandler = network };
        Cookies = cookies.Container;
        _client = new(new RedirectHandler(10) { InnerHandler = cookies }) { BaseAddress = address, Timeout = TimeSpan.FromMinutes(2) };
    }

    public HttpClient Client => _client;

    /// <summary>What the browser keeps.</summary>
    public CookieContainer Cookies { get; }

    public HttpStatusCode Status { get; private set; }

    /// <summary>Address after redirects.</summary>
    public string Address { get; private set; } = "";

    public async Task<IHtmlDocument> GetAsync(string address) => await ReadAsync(await _client.GetAsync(address));

    /// <summary>Sends fields to an address as a form would, wherever they come from.</summary>
    public async Task<IHtmlDocument> PostAsync(string address, IEnumerable<KeyValuePair<string, string>> fields) =>
        await ReadAsync(await _client.PostAsync(address, new FormUrlEncodedContent(fields)));

    /// <summary>A bare request, as nobody's form would send it.</summary>
    public async Task<IHtmlDocument> RequestAsync(string method, string address) =>
        await ReadAsync(await _client.SendAsync(new(new(method), address)));

    /// <summary>The page, which must be there.</summary>
    public async Task<IHtmlDocument> OpenAsync(string address)
    {
        var page = await GetAsync(address);
        Assert.True(Status == HttpStatusCode.OK, $"{address}: {Status} {page.Body?.TextContent}");
        return page;
    }

    /// <summary>Opens a page again and again, as its reader does, until it says what is waited for; not for ever.</summary>
    /// <param name="isReached">Asked of the words of the page's main part.</param>
    public async Task UntilAsync(string address, Func<string, bool> isReached)
    {
        var text = "";
        for (var i = 0; i < 300; i++)
        {
            text = (await OpenAsync(address)).QuerySelector("main")!.TextContent;
            if (isReached(text))
                return;
            await Task.Delay(50);
        }
        throw new TimeoutException("The page stayed as it was: " + text);
    }

    public Task UntilAsync(string address, string told) => UntilAsync(address, text => text.Contains(told, StringComparison.Ordinal));

    /// <summary>Sends the form that holds the element found by the selector (or is it), with its present values and the given
    /// ones.</summary>
    public async Task<IHtmlDocument> SubmitAsync(IHtmlDocument page, string selector, params (string Name, string Value)[] values) =>
        await ReadAsync(await SendAsync(page, selector, values, []));

    /// <summary>As <see cref="SubmitAsync"/>, for a form that answers with a file.</summary>
    public async Task<byte[]> DownloadAsync(IHtmlDocument page, string selector, params (string Name, string Value)[] values)
    {
        using var answer = await SendAsync(page, selector, values, []);
        Assert.True(answer.IsSuccessStatusCode && answer.Content.Headers.ContentDisposition is not null, $"{Address}: {answer.StatusCode}");
        return await answer.Content.ReadAsByteArrayAsync();
    }

    public async Task<IHtmlDocument> UploadAsync(
        IHtmlDocument page,
        string selector,
        (string Field, string FileName, byte[] Content)[] files,
        params (string Name, string Value)[] values
    ) => await ReadAsync(await SendAsync(page, selector, values, files));

    public async Task SignInAsync(string userName, string password)
    {
        var page = await OpenAsync("/dang-nhap");
        await SubmitAsync(page, "form[method=post]", ("Input.UserName", userName), ("Input.Password", password));
        Assert.True(
            Status == HttpStatusCode.OK && !Address.StartsWith("/dang-nhap", StringComparison.Ordinal),
            $"{userName} could not sign in: {Status} {Address}"
        );
    }

    public void Dispose() => _client.Dispose();

    private async Task<HttpResponseMessage> SendAsync(
        IHtmlDocument page,
        string selector,
        (string Name, string Value)[] values,
        (string Field, string FileName, byte[] Content)[] files
    )
    {
        var found = page.QuerySelector(selector) ?? throw new InvalidOperationException($"Nothing matches {selector} on {Address}.");
        var form =
            found as IHtmlFormElement
            ?? (found as IHtmlElement)?.Closest("form") as IHtmlFormElement
            ?? throw new InvalidOperationException($"{selector} stands in no form.");
        var fields = Fields(form, found)
            .Where(f => values.All(v => v.Name != f.Key))
            .Concat(values.Select(v => KeyValuePair.Create(v.Name, v.Value)));
        var target = found.GetAttribute("formaction") ?? form.GetAttribute("action") ?? Address;
        if (form.Method == "get")
            return await _client.GetAsync(target.Split('?')[0] + "?" + await new FormUrlEncodedContent(fields).ReadAsStringAsync());
        if (files.Length == 0 && form.Enctype != "multipart/form-data")
            return await _client.PostAsync(target, new FormUrlEncodedContent(fields));
        var content = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
            content.Add(new StringContent(value), name);
        foreach (var (field, fileName, bytes) in files)
            content.Add(new ByteArrayContent(bytes), field, fileName);
        return await _client.PostAsync(target, content);
    }

    /// <summary>What a form would send as it stands when the element is pressed.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Fields(IHtmlFormElement form, AngleSharp.Dom.IElement pressed)
    {
        foreach (
            var element in form
                .Elements.OfType<IHtmlElement>()
                .Where(e => !e.HasAttribute("disabled") && !string.IsNullOrEmpty(e.GetAttribute("name")))
        )
        {
            var name = element.GetAttribute("name")!;
            switch (element)
            {
                case IHtmlInputElement { Type: "checkbox" or "radio" } box when !box.IsChecked:
                case IHtmlInputElement { Type: "file" }:
                    break;
                case IHtmlInputElement { Type: "submit" } or IHtmlButtonElement when element != pressed:
                    break;
                case IHtmlInputElement input:
                    yield return new(name, input.Type is "checkbox" or "radio" && input.Value.Length == 0 ? "on" : input.Value);
                    break;
                case IHtmlTextAreaElement area:
                    yield return new(name, area.Value);
                    break;
                case IHtmlSelectElement select:
                    yield return new(name, select.Value ?? "");
                    break;
                case IHtmlButtonElement button:
                    yield return new(name, button.Value);
                    break;
            }
        }
    }

    private async Task<IHtmlDocument> ReadAsync(HttpResponseMessage response)
    {
        Status = response.StatusCode;
        Address = response.RequestMessage!.RequestUri!.PathAndQuery;
        return await _parser.ParseDocumentAsync(await response.Content.ReadAsStringAsync());
    }
}
