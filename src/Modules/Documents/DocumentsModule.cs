using DoanKet.Contracts.Signing;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Modules;
using DoanKet.Modules.Documents.Commenting;
using DoanKet.Modules.Documents.Outgoing;
using DoanKet.Modules.Documents.ReceiverGroups;
using DoanKet.Modules.Documents.Shared;
using DoanKet.Modules.Documents.SigningTray;
using DoanKet.Modules.Documents.Templates;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace DoanKet.Modules.Documents;

/// <summary>Official documents, from registering to following up (Nghị định 30/2020/NĐ-CP).</summary>
public sealed class DocumentsModule : IModule
{
    public string Name => "Documents";

    IReadOnlyList<Permission> IModule.Permissions => Permissions.All;

    public IReadOnlyList<MenuItem> Menu { get; } =
    [
        new("Văn bản", "Văn bản đến", "/van-ban/den", "inbox", 20, Permissions.ReadIncoming),
        new("Văn bản", "Việc được giao", "/van-ban/den/duoc-giao", "hand", 25, Permissions.Handle),
        new("Văn bản", "Văn bản đi", "/van-ban/di", "send", 30, Permissions.ReadOutgoing),
        new("Văn bản", "Trình ký", OutgoingWaitingWork.SigningTray, "sign", 32, Permissions.Sign),
        new("Văn bản", "Sổ đăng ký", "/van-ban/so", "book", 40, Permissions.ReadBooks),
        new("Văn bản", "Sổ sao văn bản", DocumentCopy.Book, "book", 42, Permissions.ReadOutgoing),
        new("Văn bản", "Báo cáo xử lý", "/van-ban/bao-cao", "chart", 45, Permissions.ReadIncoming),
        new(
            "Văn bản",
            "Tìm văn bản",
            "/van-ban/tim",
            "search",
            50,
            Permissions.ReadIncoming,
            Permissions.ReadOutgoing,
            Permissions.Handle,
            Permissions.Acknowledge
        ),
    ];

    public IReadOnlyList<AuditGroup> AuditGroups { get; } =
    [
        new("documents.incoming.", "Văn bản đến"),
        new("documents.outgoing.", "Văn bản đi"),
        new("documents.copy.", "Bản sao"),
        new("documents.receiver-group.", "Nhóm nơi nhận"),
        new("documents.assignment.", "Phần việc được giao"),
        new("documents.template.", "Mẫu văn bản"),
        new("documents.register.", "In sổ, tải sổ"),
        new("documents.work.", "Chuyển việc của đơn vị đã đóng"),
    ];

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<TakenOut>();
        Content.ContentServices.Add(services);
        Incoming.IncomingServices.Add(services);
        Scanning.ScanningServices.Add(services, configuration);
        Handling.HandlingServices.Add(services);
        Outgoing.OutgoingServices.Add(services);
        services.AddScoped<AddComment>().AddScoped<SettleComment>();
        services.AddScoped<DraftTemplates>().AddScoped<TemplateValues>();
        Issuing.IssuingServices.Add(services);
        services.AddScoped<ChangeReceiverGroup>();
        Copying.CopyingServices.Add(services);
        services.AddScoped<ISignedPapers, RecordRoundPaper>();
        Registers.RegistersServices.Add(services);
        Reports.ReportsServices.Add(services);
        Finding.FindingServices.Add(services);
        Catalogues.CataloguesServices.Add(services);
        Closing.ClosingServices.Add(services);
        Demo.DemoServices.Add(services);
    }

    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        Content.ContentServices.Map(endpoints);
        Outgoing.OutgoingServices.Map(endpoints);
        Issuing.IssuingServices.Map(endpoints);
        TemplateFiles.Map(endpoints);
    }
}
