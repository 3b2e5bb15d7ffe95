using System.Net;
using DoanKet.Testing;

namespace DoanKet.Documents.Tests.Faults;

/// <summary>The running program with its whole data folder on a disk that gets full.</summary>
public sealed class SmallDiskTests
{
    [Fact]
    public async Task A_full_disk_stops_the_act_with_words_and_room_lets_it_be_done()
    {
        using var disk = SmallDisk.TryMount(120);
        Assert.SkipWhen(disk is null, "This system lets the test mount no file system; DiskFullTests show the same with faults put in.");
        await DemoTemplate.CopyToAsync(disk.Path, Provider.Sqlite, "small");
        await using var program = await RunningProgram.StartAsync(disk.Path);
        using var clerk = await program.SignedInAsync("vanthu", "DoanKet@2021");
        var form = await clerk.OpenAsync("/van-ban/den/tiep-nhan");
        var file = new byte[3_000_000];
        Random.Shared.NextBytes(file);

        disk.Fill(free: 1_000_000);
        var page = await clerk.UploadAsync(form, "form[enctype]", [("Files", "quet.bin", file)]);
        // Already the form as it comes in finds no room.
        Assert.Equal(HttpStatusCode.InsufficientStorage, clerk.Status);
        Assert.Contains("Ổ đĩa của máy chủ đã đầy", page.Body!.TextContent);
        await TemporaryFiles.AssertGoneAsync(disk.Path);

        disk.Empty();
        page = await clerk.UploadAsync(form, "form[enctype]", [("Files", "quet.bin", file)]);
        Assert.EndsWith("/vao-so", clerk.Address);
        disk.Fill(free: 0);
        page = await clerk.SubmitAsync(page, "#vao-so .btn-primary", ("Input.Issuer", "Huyện ủy"), ("Input.Subject", "Vào sổ khi đĩa đầy"));
        Assert.Equal(HttpStatusCode.InsufficientStorage, clerk.Status);
        Assert.Contains("Ổ đĩa của máy chủ đã đầy", page.Body!.TextContent);

        disk.Empty();
        page = await clerk.SubmitAsync(page, "#gui-lai");
        Assert.Equal(HttpStatusCode.OK, clerk.Status);
        Assert.Contains("Số đến:", page.Body!.TextContent);
        var list = await clerk.OpenAsync("/van-ban/den?tu-khoa=vao+so+khi+dia+day");
        Assert.Single(list.QuerySelectorAll(".dk-table tbody tr"));
        await program.KillAsync();
    }
}
