using System.IO.Compression;
using System.Net.Mime;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Settings;
using DoanKet.Modules.Signing.Rounds;
using DoanKet.SigningTickets;
using DoanKet.Ui.Forms;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace DoanKet.Modules.Signing.Agent;

/// <summary>What the program beside a token asks for, and the program itself.</summary>
internal static class AgentEndpoints
{
    /// <summary>Fifty values and a few certificates, in Base64.</summary>
    private const int MostBytes = 256 * 1024;

    private const string SettingsName = "may-chu.json";

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints
            .MapPost("/chu-ky-so/may-ky/{id:guid}/nhan", FetchAsync)
            .ForPrograms()
            .RequireRateLimiting(PublicPages.Policy)
            .WithMetadata(new PublicAttribute("the program beside a token has no cookie and brings a code that is good once"))
            .WithMetadata(new RequestSizeLimitAttribute(MostBytes));
        endpoints
            .MapPost("/chu-ky-so/may-ky/{id:guid}/tra", AnswerAsync)
            .ForPrograms()
            .RequireRateLimiting(PublicPages.Policy)
            .WithMetadata(new PublicAttribute("the program beside a token has no cookie and brings the key that it got with its ticket"))
            .WithMetadata(new RequestSizeLimitAttribute(MostBytes));
        endpoints.MapGet(AgentJob.Address + "/tep/{machine}", DownloadAsync).WithMetadata(new RequiresAttribute(Permissions.UseCode));
    }

    private static async Task<IResult> FetchAsync(Guid id, HttpContext http, GiveTicket give, AgentSite site, CancellationToken ct)
    {
        http.Response.KeepNowhere();
        if (await ReadAsync(http, TicketJson.Default.TicketRequest, ct) is not { } request)
            return Results.NotFound();
        var ticket = await give.HandleAsync(id, request, site.OriginOf(http.Request), ct);
        return ticket.Ok ? Results.Json(ticket.Value, TicketJson.Default.SignedTicket) : Results.NotFound();
    }

    private static async Task<IResult> AnswerAsync(Guid id, HttpContext http, TakeAnswer take, AgentSite site, CancellationToken ct) =>
        await ReadAsync(http, TicketJson.Default.TicketAnswer, ct) is { } answer
        && await take.HandleAsync(id, answer, site.OriginOf(http.Request), ct)
            ? Results.NoContent()
            : Results.NotFound();

    /// <summary>The program for one kind of machine, together with the settings that make it know this server.</summary>
    private static async Task<IResult> DownloadAsync(
        string machine,
        HttpContext http,
        AgentSite site,
        DataFolder data,
        CancellationToken ct
    )
    {
        if (machine == AgentSite.SettingsAlone)
            return Results.File(
                JsonSerializer.SerializeToUtf8Bytes(site.SettingsFor(http.Request), TicketJson.Default.AgentSettings),
                MediaTypeNames.Application.Json,
                SettingsName
            );
        if (site.BuildOf(machine) is not { } build)
            return Results.NotFound();
        var file = data.OpenTemporary();
        await using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            var settings = zip.CreateEntry("doanket-ky/" + SettingsName);
            await using (var stream = await settings.OpenAsync(ct))
                await JsonSerializer.SerializeAsync(stream, site.SettingsFor(http.Request), TicketJson.Default.AgentSettings, ct);
            // It is compressed already.
            var program = zip.CreateEntry("doanket-ky/" + Path.GetFileName(build), CompressionLevel.NoCompression);
            const int MayRun = 0b111_101_101;
            program.ExternalAttributes = MayRun << 16;
            await using (var stream = await program.OpenAsync(ct))
            await using (var source = File.OpenRead(build))
                await source.CopyToAsync(stream, ct);
        }
        file.Position = 0;
        return Results.Stream(file, MediaTypeNames.Application.Zip, $"doanket-ky-{machine}.zip");
    }

    /// <returns>Null for what is no question of this kind: it gets the same answer as a wrong code.</returns>
    private static async Task<T?> ReadAsync<T>(HttpContext http, JsonTypeInfo<T> type, CancellationToken ct)
        where T : class
    {
        try
        {
            return await JsonSerializer.DeserializeAsync(http.Request.Body, type, ct);
        }
        catch (Exception e) when (e is JsonException or BadHttpRequestException)
        {
            return null;
        }
    }
}
