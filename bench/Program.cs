using System.CommandLine;
using DoanKet.Bench;
using DoanKet.Testing;

var root = new RootCommand("Measures Đoàn Kết; see bench/README.md")
{
    Verb("issue", "Issue to 2,911 units, against the bare inserts of the same rows", IssueBench.RunAsync),
    Verb("paste", "Five hundred pasted lines as receivers, one in ten with a slip", PasteBench.RunAsync),
    Verb("lists", "Lists, filters and searches with 10,000 and with 1,000,000 documents", ListsBench.RunAsync),
    Verb("busy", "Pages a second under eight readers, with 10,000 documents", ListsBench.RunBusyAsync),
    Verb("report", "The report of handling of an office with 1,000,000 registered documents", HandlingBench.RunAsync),
    Verb("many", "A hundred papers registered with one press", RegisterManyBench.RunAsync),
    Verb("reach", "Lists of a unit and all below over 1,500,000 rows, and moving them", ReachBench.RunAsync),
    Verb("jobs", "Ten thousand quick jobs while a slow one runs", JobsBench.RunAsync),
    Verb("crowd", "Fifty people registering and drafting at once, through the pages", CrowdBench.RunAsync),
    Verb("load", "Leaves a federation with 1,000,000 documents, to look at plans of queries", LoadAsync),
    Verb("minute", "Two hundred people reading and twenty writing for a minute", MinuteBench.RunAsync),
    Verb("strangers", "The sign-in page under a thousand anonymous requests a second", StrangersBench.RunAsync),
    Verb("members", "A province taken in from one workbook; finding people; the board", provider => MembersBench.RunAsync(provider, 0)),
    Verb("country", "The same, up to 11,000,000 members", _ => MembersBench.RunAsync(Provider.PostgreSql, 11_000_000), both: false),
    Verb("cards", "Ten thousand cards asked for, put into a batch and drawn; cards looked up", CardsBench.RunAsync),
    Verb("sign", "A thousand letters signed with a picture; verifying them; a file of 200 MB", _ => SignBench.RunAsync(), both: false),
    ReadingBench.Command(),
    Verb("pages", "Weight of the first pages and start of the published program", _ => PagesBench.RunAsync(), both: false),
};
return await root.Parse(args).InvokeAsync();

static Command Verb(string name, string what, Func<Provider, Task> run, bool both = true)
{
    var only = new Option<Provider?>("--only") { Description = "One database instead of both" };
    var verb = new Command(name, what);
    if (both)
        verb.Add(only);
    verb.SetAction(async parse =>
    {
        Report.Machine();
        Provider[] providers =
            !both ? [Provider.Sqlite]
            : parse.GetValue(only) is { } one ? [one]
            : [Provider.Sqlite, Provider.PostgreSql];
        foreach (var provider in providers)
            await run(provider);
    });
    return verb;
}

static async Task LoadAsync(Provider provider)
{
    var federation = await Federation.MakeAsync(provider);
    await ManyDocuments.AddAsync(federation, 1_000_000);
    Console.WriteLine($"--data {federation.Data} {string.Join(' ', federation.Settings)}");
}
