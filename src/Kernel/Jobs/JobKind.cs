using Microsoft.Extensions.DependencyInjection;

namespace DoanKet.Kernel.Jobs;

/// <summary>Does one kind of job. It may run twice for the same job (a kill after the work, before the tick): it must not mind.</summary>
public interface IJobHandler
{
    /// <param name="ct">Cancelled when the program stops or when another worker has taken the job over.</param>
    Task RunAsync(string payload, CancellationToken ct);
}

/// <summary>A registered kind of job. <paramref name="Every"/> makes it a standing job that comes again after each run.</summary>
public sealed record JobKind(string Name, Type Handler, string Title, JobLane Lane, TimeSpan? Every = null);

/// <summary>All kinds, by their names.</summary>
public sealed class JobKinds(IEnumerable<JobKind> kinds)
{
    private readonly Dictionary<string, JobKind> _kinds = kinds.ToDictionary(kind => kind.Name);

    public IEnumerable<JobKind> Standing => _kinds.Values.Where(kind => kind.Every is not null);

    /// <summary>Null for a kind of another version of the program.</summary>
    public JobKind? Find(string name) => _kinds.GetValueOrDefault(name);
}

public static class JobRegistration
{
    /// <param name="name">Stable name kept in the database; never derived from a type's name.</param>
    /// <param name="title">What it does, in Vietnamese, for the jobs page.</param>
    public static IServiceCollection AddJob<THandler>(
        this IServiceCollection services,
        string name,
        string title,
        JobLane lane,
        TimeSpan? every = null
    )
        where THandler : class, IJobHandler =>
        services.AddScoped<THandler>().AddSingleton(new JobKind(name, typeof(THandler), title, lane, every));
}
