using System.Diagnostics;
using System.Net;
using AngleSharp.Html.Parser;

namespace DoanKet.Bench;

/// <summary>What a first visit costs: bytes as sent from the sign-in page to the home page with an empty cache, and the start of the
/// published program.</summary>
internal static class PagesBench
{
    public static async Task RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("doanket-published-").FullName;
        var data = Directory.CreateTempSubdirectory("doanket-bench-").FullName;
        try
        {
            var program = await Published.IntoAsync(folder);
            await Published.DoAsync("dotnet", [program, "demo", "--scale", "full", "--data", data]);
            List<double> starts = [];
            long bytes = 0;
            for (var i = 0; i < 5; i++)
            {
                var watch = Stopwatch.StartNew();
                using var process = Process.Start(
                    new ProcessStartInfo("dotnet", [program, "--data", data, "--urls", "http://127.0.0.1:5099"])
                    {
                        RedirectStandardOutput = true,
                    }
                )!;
                process.BeginOutputReadLine();
                using var client = new HttpClient(
                    new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None, CookieContainer = new() }
                )
                {
                    BaseAddress = new("http://127.0.0.1:5099"),
                };
                client.DefaultRequestHeaders.Add("Accept-Encoding", "gzip, deflate, br");
                while (!await AnswersAsync(client))
                    await Task.Delay(10);
                starts.Add(watch.Elapsed.TotalMilliseconds);
                bytes = await FirstVisitAsync(client);
                process.Kill();
                await process.WaitForExitAsync();
            }
            Report.Head("what", "measured");
            Report.Line("from the sign-in page to the home page, compressed, with an empty cache", $"{bytes / 1000.0:F1} kB");
            Report.Line("start of the published program to its first page, median of 5", Report.Ms(Report.Median(starts)));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
            Directory.Delete(data, recursive: true);
        }
    }

    private static async Task<bool> AnswersAsync(HttpClient client)
    {
        try
        {
            return (await client.GetAsync("/dang-nhap")).IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    /// <summary>Bodies and headers of both pages and of everything that they name, each once.</summary>
    private static async Task<long> FirstVisitAsync(HttpClient client)
    {
        HashSet<string> seen = [];
        long bytes = 0;
        var signIn = await FetchAsync("/dang-nhap");
        var token = new HtmlParser().ParseDocument(signIn).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var answer = await client.PostAsync(
            "/dang-nhap",
            new FormUrlEncodedContent([
                new("Input.UserName", "lanhdao"),
                new("Input.Password", Federation.Password),
                new("__RequestVerificationToken", token),
            ])
        );
        await ReadAsync(answer);
        if (answer.RequestMessage!.RequestUri!.AbsolutePath != "/")
            throw new InvalidOperationException("Could not sign in.");
        return bytes;

        async Task<string> FetchAsync(string address)
        {
            using var response = await client.GetAsync(address);
            return await ReadAsync(response);
        }

        async Task<string> ReadAsync(HttpResponseMessage response)
        {
            response.EnsureSuccessStatusCode();
            var body = await response.Content.ReadAsByteArrayAsync();
            bytes += body.Length + response.Headers.ToString().Length + response.Content.Headers.ToString().Length;
            if (response.Content.Headers.ContentType?.MediaType != "text/html")
                return "";
            var html = Unpack(response, body);
            foreach (
                var part in new HtmlParser()
                    .ParseDocument(html)
                    .QuerySelectorAll("link[rel=stylesheet], link[rel=icon], script[src], img[src]")
            )
                if ((part.GetAttribute("href") ?? part.GetAttribute("src")) is { } address && seen.Add(address))
                    await FetchAsync(address);
            return html;
        }
    }

    private static string Unpack(HttpResponseMessage response, byte[] body)
    {
        using var packed = new MemoryStream(body);
        using Stream plain = response.Content.Headers.ContentEncoding.FirstOrDefault() switch
        {
            "br" => new System.IO.Compression.BrotliStream(packed, System.IO.Compression.CompressionMode.Decompress),
            "gzip" => new System.IO.Compression.GZipStream(packed, System.IO.Compression.CompressionMode.Decompress),
            _ => packed,
        };
        return new StreamReader(plain).ReadToEnd();
    }
}
