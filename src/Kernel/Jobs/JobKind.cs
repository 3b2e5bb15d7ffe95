using Microsoft.Extensions.DependencyInjection;

namespace DoanKet.Kernel.Jobs;

/// <summary>Does one kind of job. It may run twice for the same job (a kill after the work, before the tick): it must not mind.</summary>
public interface IJobHandler
{
    /// <param name="ct">
    /// Cancelled when the program stops, when another worker has taken the job over, or when a person has stopped it.
    /// </param>
    Task RunAsync(string payload, CancellationToken ct);
}

/// <summary>A registered kind of job. <paramref name="Schedule"/> makes it a standing job that comes again and again.</summary>
public sealed record JobKind(string Name, Type Handler, string Title, JobLane Lane, JobSchedule? Schedule = null);

/// <summary>All kinds, by their names.</summary>
public sealed class JobKinds(IEnumerable<JobKind> kinds)
{
    private readonly Dictionary<string, JobKind> _kinds = kinds.ToDictionary(kind => kind.Name);

    public IEnumerable<JobKind> Standing => _kinds.Values.Where(kind => kind.Schedule is not null);

    /// <summary>Null for a kind of another version of the program.</summary>
    public JobKind? Find(string name) => _kinds.GetValueOrDefault(name);
}

public static class JobRegistration
{
    /// <param name="name">Stable name kept in the database; never derived from a type's name.</param>
    /// <param name="title">What it does, in Vietnamese, for the jobs page.</param>
    /// <param name="schedule">Cron expression in Vietnam's time, e.g. "30 2 * * *"; null for a job that is left when there is
    /// something to do.</param>
    public static IServiceCollection AddJob<THandler>(
        this IServiceCollection services,
        string name,
        string title,
        JobLane lane,
        string? schedule = null
    )
        where THandler : class, IJobHandler =>
        services
            .AddScoped<THandler>()
            .AddSingleton(new JobKind(name, typeof(THandler), title, lane, schedule is null ? null : new JobSchedule(schedule)));
}
