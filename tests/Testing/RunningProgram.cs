using System.Collections.Concurrent;
using System.Diagnostics;

namespace DoanKet.Testing;

/// <summary>The built program in a process of its own, listening on a free port: for what can't happen inside a test's process, such as
/// being killed.</summary>
public sealed class RunningProgram : IAsyncDisposable
{
    private const string Listening = "Now listening on: ";

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _said = new();
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private RunningProgram(Process process)
    {
        _process = process;
        _process.OutputDataReceived += (_, line) => Hear(line.Data);
        _process.ErrorDataReceived += (_, line) => Hear(line.Data);
        _process.EnableRaisingEvents = true;
        _process.Exited += (_, _) =>
            _address.TrySetException(new InvalidOperationException("The program ended: " + string.Join('\n', _said)));
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public Uri Address => _address.Task.Result;

    /// <summary>All that the program wrote so far.</summary>
    public IReadOnlyCollection<string> Said => _said;

    /// <summary>The lines with a text in them, as soon as there is one: what is written reaches the reader a moment after the answer to
    /// the request it tells of. None after ten seconds.</summary>
    public async Task<IReadOnlyList<string>> SaidAsync(string text)
    {
        for (var tries = 0; ; tries++)
        {
            var lines = _said.Where(line => line.Contains(text, StringComparison.Ordinal)).ToList();
            if (lines.Count > 0 || tries == 100)
                return lines;
            await Task.Delay(100);
        }
    }

    /// <summary>Serves from a data folder; ready when it listens.</summary>
    public static async Task<RunningProgram> StartAsync(string data, params string[] settings)
    {
        var program = new RunningProgram(Prepare(["--data", data, "--urls", "http://127.0.0.1:0", .. settings]));
        await program._address.Task.WaitAsync(TimeSpan.FromMinutes(2));
        return program;
    }

    /// <summary>Runs a verb to its end and gives the last line it wrote.</summary>
    public static async Task<string> RunAsync(string data, string[] verb, params string[] settings)
    {
        using var process = Prepare([.. verb, "--data", data, .. settings]);
        process.Start();
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? (await output).TrimEnd().Split('\n')[^1]
            : throw new InvalidOperationException($"{verb[0]} ended with {process.ExitCode}: {await errors}{await output}");
    }

    /// <summary>Runs a command line as it is to its end, whatever that is.</summary>
    public static async Task<(int ExitCode, string Output, string Errors)> TryRunAsync(params string[] arguments)
    {
        using var process = Prepare(arguments);
        process.Start();
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(2));
        return (process.ExitCode, await output, await errors);
    }

    public async Task<Visitor> SignedInAsync(string userName, string password)
    {
        var visitor = new Visitor(Address);
        await visitor.SignInAsync(userName, password);
        return visitor;
    }

    /// <summary>SIGKILL: the process gets no chance to finish anything.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Most memory that the process ever had, in bytes.</summary>
    public long PeakMemory()
    {
        var line = File.ReadLines($"/proc/{_process.Id}/status").First(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
        return 1024
            * long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>What the program has taken of the processors so far.</summary>
    public TimeSpan ProcessorTime()
    {
        _process.Refresh();
        return _process.TotalProcessorTime;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            await KillAsync();
        _process.Dispose();
    }

    private static Process Prepare(string[] arguments) =>
        new()
        {
            StartInfo = new("dotnet", [Path.Combine(AppContext.BaseDirectory, "doanket.dll"), .. arguments])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                WorkingDirectory = AppContext.BaseDirectory,
            },
        };

    private void Hear(string? line)
    {
        if (line is null)
            return;
        _said.Enqueue(line);
        if (line.IndexOf(Listening, StringComparison.Ordinal) is >= 0 and var at)
            _address.TrySetResult(new(line[(at + Listening.Length)..].Trim()));
    }
}
