using System.Text;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Documents.Handling;
using DoanKet.Modules.Documents.Incoming;
using DoanKet.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace DoanKet.Documents.Tests.Incoming;

/// <summary>What people of an office do with incoming documents, below the pages.</summary>
internal static class Office
{
    private static int _files;

    public static RegisterInput Form(
        string number = "18/HD-LĐLĐ",
        string issuer = "Liên đoàn Lao động tỉnh Láng Giềng",
        string subject = "Hướng dẫn đại hội công đoàn cơ sở"
    ) =>
        new()
        {
            NumberText = number,
            Issuer = issuer,
            Subject = subject,
            IssuedOn = new(2026, 3, 5),
        };

    /// <summary>One received document that waits for the book; its file is different from all others.</summary>
    public static async Task<Guid> ReceiveAsync(this UnionApp app, string clerk = GivenFederation.Clerk) =>
        (await app.TakeInAsync(clerk, false, ("van-ban.txt", Encoding.UTF8.GetBytes($"Nội dung {Interlocked.Increment(ref _files)}"))))
            .Value
            .Documents[0];

    public static Task<Result<TakenIn>> TakeInAsync(
        this UnionApp app,
        string clerk,
        bool asOne,
        params (string Name, byte[] Content)[] files
    ) =>
        app.AsAsync(
            clerk,
            services =>
                services
                    .GetRequiredService<TakeInFiles>()
                    .HandleAsync(
                        services.GetRequiredService<UserContext>().Required.Unit!,
                        [.. files.Select(f => new GivenFile(f.Name, () => new MemoryStream(f.Content)))],
                        asOne,
                        default
                    )
        );

    public static Task<Result<int>> RegisterAsync(
        this UnionApp app,
        Guid id,
        RegisterInput? form = null,
        string clerk = GivenFederation.Clerk
    ) =>
        app.AsAsync(
            clerk,
            services => services.GetRequiredService<RegisterIncoming>().HandleAsync(id, form ?? Form($"{id:N}"[20..] + "/CV"), default)
        );

    public static async Task<Guid> RegisteredAsync(this UnionApp app)
    {
        var id = await app.ReceiveAsync();
        Assert.True((await app.RegisterAsync(id)).Ok);
        return id;
    }

    public static Task<Result<DateOnly?>> DirectAsync(
        this UnionApp app,
        Guid id,
        DirectInput input,
        string leader = GivenFederation.Leader
    ) => app.AsAsync(leader, services => services.GetRequiredService<DirectIncoming>().HandleAsync(id, input, default));
}
