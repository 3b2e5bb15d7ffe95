using System.CommandLine;

namespace DoanKet.Host.Cli;

/// <summary>The verbs of <c>doanket</c>: a stable interface. Without a verb the program serves.</summary>
internal static class CommandLine
{
    /// <summary>Exit code of a command line that was not understood.</summary>
    private const int NotUnderstood = 2;

    public static Task<int> RunAsync(string[] args)
    {
        var data = new Option<string?>("--data") { Description = "Thư mục dữ liệu (mặc định: DOANKET_DATA, rồi ./data)", Recursive = true };
        var root = new RootCommand(
            "Đoàn Kết — văn phòng số của tổ chức công đoàn. Không có lệnh nào: chạy chương trình tại http://localhost:5080"
        )
        {
            data,
        };
        // Settings such as --urls and --Database:Provider pass through to the web host.
        root.TreatUnmatchedTokensAsErrors = false;
        root.SetAction((parse, ct) => ServeCommand.RunAsync(parse.GetValue(data), [.. parse.UnmatchedTokens], ct));
        root.Add(ServeCommand.Build(data));
        root.Add(DemoCommand.Build(data));
        root.Add(AuditCommand.Build(data));
        root.Add(MigrateCommand.Build(data));
        root.Add(ReadCommand.Build());
        root.Add(ReadFileCommand.Build());
        root.Add(BackupCommand.Build(data));
        root.Add(RestoreCommand.Build(data));
        root.Add(CheckCommand.Build(data));
        foreach (var verb in ModuleList.All.SelectMany(module => module.Verbs(Run)))
            root.Add(PassingSettings(verb));
        Task<int> Run(ParseResult parse, Func<IServiceProvider, Task<int>> body) =>
            Services.RunAsync(parse.GetValue(data), [.. parse.UnmatchedTokens], body);
        var parse = root.Parse(args);
        return SettingsArguments.Problem(parse.UnmatchedTokens) is { } problem ? RefuseAsync(problem, root) : parse.InvokeAsync();
    }

    private static Command PassingSettings(Command verb)
    {
        verb.TreatUnmatchedTokensAsErrors = false;
        foreach (var below in verb.Subcommands)
            PassingSettings(below);
        return verb;
    }

    private static async Task<int> RefuseAsync(string problem, RootCommand root)
    {
        var verbs = root.Subcommands.Where(verb => !verb.Hidden).Select(verb => $"  {verb.Name, -10} {verb.Description}");
        await Console.Error.WriteLineAsync($"{problem} Các lệnh:\n{string.Join('\n', verbs)}\nXem thêm: doanket --help");
        return NotUnderstood;
    }
}
