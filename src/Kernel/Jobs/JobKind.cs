using Microsoft.Extensions.DependencyInjection;

namespace DoanKet.Kernel.Jobs;

/// <summary>Does one kind of job. It may run twice for the same job (a kill after the work, before the tick): it must not mind.</summary>
public interface IJobHandler
{
    Task RunAsync(string payload, CancellationToken ct);
}

/// <summary>A registered kind of job. <paramref name="Every"/> makes it a standing job that comes again after each run.</summary>
public sealed record JobKind(string Name, Type Handler, string Title, TimeSpan? Every = null);

public static class JobRegistration
{
    /// <param name="name">Stable name kept in the database; never derived from a type's name.</param>
    /// <param name="title">What it does, in Vietnamese, for the jobs page.</param>
    public static IServiceCollection AddJob<THandler>(this IServiceCollection services, string name, string title, TimeSpan? every = null)
        where THandler : class, IJobHandler =>
        services.AddScoped<THandler>().AddSingleton(new JobKind(name, typeof(THandler), title, every));
}

/// <summary>Tells the runner that there may be something to do now.</summary>
public sealed class JobBell : IDisposable
{
    private readonly SemaphoreSlim _signal = new(0, 1);

    public void Ring()
    {
        try
        {
            _signal.Release();
        }
        catch (SemaphoreFullException)
        {
            // Rung already and not yet heard.
        }
    }

    public void Dispose() => _signal.Dispose();

    internal Task<bool> WaitAsync(TimeSpan atMost, CancellationToken ct) => _signal.WaitAsync(atMost, ct);
}
