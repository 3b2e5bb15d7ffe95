using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Documents.Outgoing;
using DoanKet.Modules.Documents.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DoanKet.Modules.Documents.SigningTray;

/// <summary>Signs the chosen papers of a tray by certificate, beside the request that asked for it.</summary>
internal sealed class SignMany(
    SigningRounds rounds,
    IServiceScopeFactory scopes,
    IHostApplicationLifetime program,
    UserContext user,
    ILogger<SignMany> log
)
{
    public const int Most = 50;

    /// <param name="Method">See <see cref="Contracts.Signing.IDocumentSigner.Method"/>.</param>
    internal sealed record Input(IReadOnlyList<ChosenPaper> Papers, string Method, string Secret, bool Confirmed);

    public Result Begin(Input input)
    {
        var check = new Check()
            .That(input.Papers.Count > 0, "Chosen", "Hãy đánh dấu ít nhất một văn bản.")
            .That(input.Papers.Count <= Most, "Chosen", $"Mỗi lần ký nhiều nhất {Most} văn bản.")
            .Filled(input.Secret, "Secret", "Hãy nhập mật khẩu của chứng thư số.")
            .That(input.Confirmed, "Confirmed", "Hãy đánh dấu đã xem các văn bản được chọn.");
        if (!check.Ok)
            return check.AsResult();
        var person = user.Required;
        if (rounds.Begin(person.AccountId, input.Papers.Count) is not { } round)
            return Result.Fail("Lần ký trước chưa xong; hãy chờ trong giây lát.");
        _ = Task.Run(() => RunAsync(round, input, person, program.ApplicationStopping), CancellationToken.None);
        return Result.Success;
    }

    private async Task RunAsync(SigningRound round, Input input, CurrentUser person, CancellationToken ct)
    {
        try
        {
            var stopped = "";
            foreach (var paper in input.Papers)
                stopped = await SignAsync(round, paper, input, person, stopped, ct);
        }
        catch (Exception e)
        {
            // What is not told as signed is still in the tray.
            if (e is not OperationCanceledException)
                log.LogError(e, "Signing many papers ended early");
        }
        finally
        {
            round.End();
        }
    }

    /// <param name="stopped">Why no more are signed: a wrong password is not tried on every paper. Empty while all is well.</param>
    /// <returns>The same, after this paper.</returns>
    private async Task<string> SignAsync(
        SigningRound round,
        ChosenPaper paper,
        Input input,
        CurrentUser person,
        string stopped,
        CancellationToken ct
    )
    {
        ct.ThrowIfCancellationRequested();
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<UserContext>().Current = person;
        var db = scope.ServiceProvider.GetRequiredService<UnionDb>();
        var signature = new SignatureInput(paper.Id, paper.Seen, input.Confirmed, null, input.Method, input.Secret);
        var result =
            stopped.Length > 0 ? Result<StepOutcome>.Fail(stopped)
            : await db.WaitingForSignatureBeside(person.AccountId).AnyAsync(d => d.Id == paper.Id, ct)
                ? await scope.ServiceProvider.GetRequiredService<CoSign>().HandleAsync(signature, ct)
            : await scope.ServiceProvider.GetRequiredService<SignDocument>().HandleAsync(signature, ct);
        if (result is { Ok: true, Value: StepOutcome.Done })
        {
            round.CountSigned();
            return stopped;
        }
        db.ChangeTracker.Clear();
        var subject = await db.Outgoing.VisibleOutgoing(person).Where(d => d.Id == paper.Id).Select(d => d.Subject).FirstOrDefaultAsync(ct);
        // Somebody was quicker, or the person in another window.
        var why = result.Ok ? "đã được chuyển bước trước đó" : result.Message;
        round.Leave(new(paper.Id, subject ?? "Văn bản không còn", why));
        return result.Problems.Any(problem => problem.Field == nameof(Input.Secret)) ? result.Message : stopped;
    }
}
