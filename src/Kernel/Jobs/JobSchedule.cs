using Cronos;

namespace DoanKet.Kernel.Jobs;

/// <summary>
/// When a standing job comes again: a cron expression of five fields (minute, hour, day, month, weekday) in Vietnam's time.
/// </summary>
public sealed class JobSchedule
{
    private readonly CronExpression _expression;

    /// <exception cref="CronFormatException">The expression is none.</exception>
    public JobSchedule(string cron)
    {
        _expression = CronExpression.Parse(cron);
        Text = cron;
    }

    public string Text { get; }

    /// <summary>The next time after an instant, UTC.</summary>
    public DateTime Next(DateTime now) =>
        _expression.GetNextOccurrence(now, VietnamTime.Zone) ?? throw new InvalidOperationException($"'{Text}' never comes.");
}
