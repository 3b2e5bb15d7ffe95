using System.CommandLine;
using DoanKet.Contracts.Desk;
using DoanKet.Contracts.Organisation;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Backup;
using DoanKet.Kernel.Catalogues;
using DoanKet.Kernel.Events;
using DoanKet.Kernel.Jobs;
using DoanKet.Kernel.Modules;
using DoanKet.Kernel.Persistence;
using DoanKet.Modules.Members.Benefits;
using DoanKet.Modules.Members.Cards;
using DoanKet.Modules.Members.Checking;
using DoanKet.Modules.Members.Demo;
using DoanKet.Modules.Members.Duplicates;
using DoanKet.Modules.Members.Erasing;
using DoanKet.Modules.Members.Exporting;
using DoanKet.Modules.Members.Filtering;
using DoanKet.Modules.Members.Importing;
using DoanKet.Modules.Members.Letters;
using DoanKet.Modules.Members.Merging;
using DoanKet.Modules.Members.Moving;
using DoanKet.Modules.Members.OwnPage;
using DoanKet.Modules.Members.Photos;
using DoanKet.Modules.Members.Printing;
using DoanKet.Modules.Members.Progress;
using DoanKet.Modules.Members.Quality;
using DoanKet.Modules.Members.Registry;
using DoanKet.Modules.Members.Requests;
using DoanKet.Modules.Members.SelfEntry;
using DoanKet.Modules.Members.Shared;
using DoanKet.Modules.Members.Synthetic;
using DoanKet.Modules.Members.Terms;
using DoanKet.Modules.Members.Transfers;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace DoanKet.Modules.Members;

/// <summary>The registry of the union's members.</summary>
public sealed class MembersModule : IModule
{
    public string Name => "Members";

    IReadOnlyList<Permission> IModule.Permissions => Permissions.All;

    public IReadOnlyList<MenuItem> Menu { get; } =
    [
        new("Đoàn viên", "Đoàn viên", "/doan-vien", "users", 70, Permissions.Read),
        new("Đoàn viên", "Chuyển đi, đến", "/doan-vien/chuyen", "send", 71, Permissions.Read),
        new("Đoàn viên", "Thẻ đoàn viên", "/doan-vien/the", "user", 72, Permissions.Read),
        new("Đoàn viên", "Phúc lợi, ưu đãi", "/doan-vien/phuc-loi", "hand", 73, Permissions.Read),
        new("Đoàn viên", "Yêu cầu", "/doan-vien/yeu-cau", "inbox", 73, Permissions.Edit),
        new("Đoàn viên", "Người nhập trùng", "/doan-vien/trung", "search", 74, Permissions.Edit),
        new("Đoàn viên", "Tiến độ nhập", "/doan-vien/tien-do", "chart", 75, Permissions.Read),
        new("Đoàn viên", "Tăng, giảm", "/doan-vien/tang-giam", "chart", 76, Permissions.Read),
        new("Đoàn viên", "Xếp loại", "/doan-vien/xep-loai", "list", 78, Permissions.Read),
        new("Đoàn viên", "Nhiệm kỳ, đại hội", "/doan-vien/nhiem-ky", "calendar", 77, Permissions.Read),
    ];

    public IReadOnlyList<AuditGroup> AuditGroups { get; } = [new("members.", "Đoàn viên")];

    public void AddServices(IServiceCollection services, IConfiguration configuration) =>
        services
            .AddScoped<SaveMember>()
            .AddScoped<ShowNationalId>()
            .AddScoped<ImportMembers>()
            .AddScoped<GenerateMembers>()
            .AddScoped<UndoImport>()
            .AddScoped<ImportLarge>()
            .AddJob<TakeInList>(TakeInList.Name, TakeInList.Title, JobLane.Slow)
            .AddJob<ForgetLists>(ForgetLists.Name, ForgetLists.Title, JobLane.OneAtATime, ForgetLists.Schedule)
            .AddScoped<FindDuplicates>()
            .AddJob<LookForDuplicates>(LookForDuplicates.Name, LookForDuplicates.Title, JobLane.Slow, LookForDuplicates.Schedule)
            .AddScoped<MoveRows>()
            .AddScoped<MergeMembers>()
            .AddScoped<UndoMerge>()
            .AddScoped<KeepFigures>()
            .AddScoped<IIntegrityCheck, FiguresCheck>()
            .AddScoped<MoveMember>()
            .AddScoped<EraseMember>()
            .AddScoped<ApproveMembers>()
            .AddScoped<SetTarget>()
            .AddScoped<RemindUnits>()
            .AddJob<RemindBehind>(RemindBehind.Name, RemindBehind.Title, JobLane.Quick, RemindBehind.Schedule)
            .AddScoped<ReadChanges>()
            .AddScoped<RateUnion>()
            .AddCatalogue<QualityLevelCatalogue>()
            .AddScoped<ISeed, SeedQualityLevels>()
            .AddScoped<IWaitingWork, RatingsWaitingWork>()
            .AddScoped<SaveTerm>()
            .AddScoped<SavePost>()
            .AddScoped<ChangeUnion>()
            .AddScoped<TellSide>()
            .AddScoped<AskTransfer>()
            .AddScoped<AnswerTransfer>()
            .AddScoped<MergeUnions>()
            .AddEventHandler<UnitClosed, MergeUnions>()
            .AddScoped<IWaitingWork, TransfersWaitingWork>()
            .AddScoped<IWaitingWork, MembersWaitingWork>()
            .AddScoped<IDemoPart, MembersDemo>()
            .AddScoped<IDemoPart, SelfEntryDemo>()
            .AddScoped<IDemoPart, CardsDemo>()
            .AddScoped<IDemoPart, BenefitsDemo>()
            .AddScoped<IDemoPart, DuplicatesDemo>()
            .AddScoped<IDemoPart, RequestsDemo>()
            .AddScoped<IDemoPart, TermsDemo>()
            .AddScoped<IDemoPart, QualityDemo>()
            .AddScoped<IDemoPart, ImportDemo>()
            .AddScoped<IDemoPart, FillRegistry>()
            .AddSingleton<CardIssuer>()
            .AddScoped<CardSteps>()
            .AddScoped<AskForCards>()
            .AddScoped<ApproveCards>()
            .AddScoped<HandOverCards>()
            .AddScoped<EndCard>()
            .AddScoped<IWaitingWork, CardsWaitingWork>()
            .AddScoped<CardFaces>()
            .AddScoped<MakeBatch>()
            .AddScoped<KeepBlanks>()
            .AddScoped<FinishBatch>()
            .AddScoped<SaveTemplate>()
            .AddJob<DrawCards>(DrawCards.Name, DrawCards.Title, JobLane.Slow)
            .AddScoped<ReceiveSlip>()
            .AddScoped<TakeSlip>()
            .AddScoped<MemberFilter>()
            .AddScoped<ExportMembers>()
            .AddScoped<PrintLetters>()
            .AddScoped<SavePartner>()
            .AddScoped<SaveOffer>()
            .AddScoped<UseOffer>()
            .AddScoped<SavePhoto>()
            .AddScoped<AskUnion>()
            .AddScoped<AnswerRequest>()
            .AddCatalogue<RequestKindCatalogue>()
            .AddScoped<ISeed, SeedRequestKinds>()
            .AddScoped<IWaitingWork, RequestsWaitingWork>()
            .AddScoped<OwnSessions>()
            .AddScoped<LetIn>()
            .AddOwnPasskeys()
            .AddJob<SendCode>(SendCode.Name, SendCode.Title, JobLane.Outside)
            .AddJob<TidyOwnPages>(TidyOwnPages.Name, TidyOwnPages.Title, JobLane.OneAtATime, TidyOwnPages.Schedule)
            .AddScoped<CheckCard>();

    public IEnumerable<Command> Verbs(RunVerb run) =>
        [new("members", "Đoàn viên") { ImportVerb.Build(run), DuplicatesVerb.Build(run), GenerateVerb.Build(run) }, VerifyVerb.Build()];

    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        PhotoEndpoint.Map(endpoints);
        PosterEndpoint.Map(endpoints);
        PrintingEndpoints.Map(endpoints);
        PublishedKey.Map(endpoints);
        OwnCardEndpoints.Map(endpoints);
    }
}
