using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace DoanKet.Database.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "documents_contents",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    SearchId = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_documents_contents", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "documents_events",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    DocumentId = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: true),
                    Actor = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    Text = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_documents_events", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "kernel_accounts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    FullName = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    NameFold = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    MustChangePassword = table.Column<bool>(type: "boolean", nullable: false),
                    IsDemo = table.Column<bool>(type: "boolean", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ClosedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    UserName = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    NormalizedUserName = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    Email = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    NormalizedEmail = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    EmailConfirmed = table.Column<bool>(type: "boolean", nullable: false),
                    PasswordHash = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    SecurityStamp = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    ConcurrencyStamp = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    PhoneNumber = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    PhoneNumberConfirmed = table.Column<bool>(type: "boolean", nullable: false),
                    TwoFactorEnabled = table.Column<bool>(type: "boolean", nullable: false),
                    LockoutEnd = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    LockoutEnabled = table.Column<bool>(type: "boolean", nullable: false),
                    AccessFailedCount = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_accounts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "kernel_audit",
                columns: table => new
                {
                    Sequence = table.Column<long>(type: "bigint", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: true),
                    Actor = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    Action = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    SubjectId = table.Column<Guid>(type: "uuid", nullable: true),
                    Text = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    Hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_audit", x => x.Sequence);
                });

            migrationBuilder.CreateTable(
                name: "kernel_calendar_days",
                columns: table => new
                {
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    IsWorking = table.Column<bool>(type: "boolean", nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_calendar_days", x => x.Day);
                });

            migrationBuilder.CreateTable(
                name: "kernel_counters",
                columns: table => new
                {
                    key = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false, collation: "C"),
                    value = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_counters", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "kernel_files",
                columns: table => new
                {
                    Sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Size = table.Column<long>(type: "bigint", nullable: false),
                    MediaType = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Extension = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_files", x => x.Sha256);
                });

            migrationBuilder.CreateTable(
                name: "kernel_jobs",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Payload = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    Key = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    State = table.Column<int>(type: "integer", nullable: false),
                    Tries = table.Column<int>(type: "integer", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    NextTryAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    LeasedUntil = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    DoneAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    LastError = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_jobs", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "kernel_roles",
                columns: table => new
                {
                    Code = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    Name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Rank = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_roles", x => x.Code);
                });

            migrationBuilder.CreateTable(
                name: "kernel_unit_kinds",
                columns: table => new
                {
                    Code = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    Name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Rank = table.Column<int>(type: "integer", nullable: false),
                    IsPartOfParent = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_unit_kinds", x => x.Code);
                });

            migrationBuilder.CreateTable(
                name: "kernel_account_claims",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    ClaimType = table.Column<string>(type: "text", nullable: true),
                    ClaimValue = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_account_claims", x => x.Id);
                    table.ForeignKey(
                        name: "FK_kernel_account_claims_kernel_accounts_UserId",
                        column: x => x.UserId,
                        principalTable: "kernel_accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "kernel_account_logins",
                columns: table => new
                {
                    LoginProvider = table.Column<string>(type: "text", nullable: false),
                    ProviderKey = table.Column<string>(type: "text", nullable: false),
                    ProviderDisplayName = table.Column<string>(type: "text", nullable: true),
                    UserId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_account_logins", x => new { x.LoginProvider, x.ProviderKey });
                    table.ForeignKey(
                        name: "FK_kernel_account_logins_kernel_accounts_UserId",
                        column: x => x.UserId,
                        principalTable: "kernel_accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "kernel_account_tokens",
                columns: table => new
                {
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    LoginProvider = table.Column<string>(type: "text", nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false),
                    Value = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_account_tokens", x => new { x.UserId, x.LoginProvider, x.Name });
                    table.ForeignKey(
                        name: "FK_kernel_account_tokens_kernel_accounts_UserId",
                        column: x => x.UserId,
                        principalTable: "kernel_accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "kernel_notices",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    Text = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    Link = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ReadAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_notices", x => x.Id);
                    table.ForeignKey(
                        name: "FK_kernel_notices_kernel_accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "kernel_accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "documents_attachments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ContentId = table.Column<Guid>(type: "uuid", nullable: false),
                    Ordinal = table.Column<int>(type: "integer", nullable: false),
                    Name = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    Sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    MediaType = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Size = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_documents_attachments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_documents_attachments_documents_contents_ContentId",
                        column: x => x.ContentId,
                        principalTable: "documents_contents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_documents_attachments_kernel_files_Sha256",
                        column: x => x.Sha256,
                        principalTable: "kernel_files",
                        principalColumn: "Sha256",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "kernel_file_texts",
                columns: table => new
                {
                    Sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Status = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Pages = table.Column<int>(type: "integer", nullable: true),
                    Heading = table.Column<string>(type: "text", nullable: false),
                    Text = table.Column<string>(type: "text", nullable: false),
                    ReadAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_file_texts", x => x.Sha256);
                    table.ForeignKey(
                        name: "FK_kernel_file_texts_kernel_files_Sha256",
                        column: x => x.Sha256,
                        principalTable: "kernel_files",
                        principalColumn: "Sha256",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "kernel_role_permissions",
                columns: table => new
                {
                    RoleCode = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    PermissionCode = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Reach = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_role_permissions", x => new { x.RoleCode, x.PermissionCode });
                    table.ForeignKey(
                        name: "FK_kernel_role_permissions_kernel_roles_RoleCode",
                        column: x => x.RoleCode,
                        principalTable: "kernel_roles",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "kernel_unit_kind_rules",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ParentKind = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    ChildKind = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    ValidTo = table.Column<DateOnly>(type: "date", nullable: true),
                    Source = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_unit_kind_rules", x => x.Id);
                    table.ForeignKey(
                        name: "FK_kernel_unit_kind_rules_kernel_unit_kinds_ChildKind",
                        column: x => x.ChildKind,
                        principalTable: "kernel_unit_kinds",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_kernel_unit_kind_rules_kernel_unit_kinds_ParentKind",
                        column: x => x.ParentKind,
                        principalTable: "kernel_unit_kinds",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "kernel_units",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Ordinal = table.Column<int>(type: "integer", nullable: false),
                    KindCode = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    ParentId = table.Column<Guid>(type: "uuid", nullable: true),
                    Path = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    Code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    ElectronicId = table.Column<string>(type: "character varying(35)", maxLength: 35, nullable: true),
                    Name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    NameFold = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    Symbol = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    Sector = table.Column<int>(type: "integer", nullable: false),
                    Email = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Phone = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Address = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    ValidFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    ValidTo = table.Column<DateOnly>(type: "date", nullable: true),
                    SuccessorId = table.Column<Guid>(type: "uuid", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_units", x => x.Id);
                    table.ForeignKey(
                        name: "FK_kernel_units_kernel_unit_kinds_KindCode",
                        column: x => x.KindCode,
                        principalTable: "kernel_unit_kinds",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_kernel_units_kernel_units_ParentId",
                        column: x => x.ParentId,
                        principalTable: "kernel_units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_kernel_units_kernel_units_SuccessorId",
                        column: x => x.SuccessorId,
                        principalTable: "kernel_units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "documents_incoming",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: false),
                    State = table.Column<int>(type: "integer", nullable: false),
                    Source = table.Column<int>(type: "integer", nullable: false),
                    ReceivedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    BookCode = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    BookYear = table.Column<int>(type: "integer", nullable: true),
                    ArrivalNumber = table.Column<int>(type: "integer", nullable: true),
                    ArrivalDate = table.Column<DateOnly>(type: "date", nullable: true),
                    NumberText = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    NumberKey = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    IssuedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Issuer = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    IssuerFold = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    KindCode = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Subject = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    SignerName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    SignerTitle = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: false),
                    Urgency = table.Column<int>(type: "integer", nullable: false),
                    Pages = table.Column<int>(type: "integer", nullable: true),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Note = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    DuplicateKey = table.Column<string>(type: "character varying(260)", maxLength: 260, nullable: false, collation: "C"),
                    ContentId = table.Column<Guid>(type: "uuid", nullable: false),
                    Directive = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    AnswerId = table.Column<Guid>(type: "uuid", nullable: true),
                    DoneAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_documents_incoming", x => x.Id);
                    table.ForeignKey(
                        name: "FK_documents_incoming_documents_contents_ContentId",
                        column: x => x.ContentId,
                        principalTable: "documents_contents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_documents_incoming_kernel_units_UnitId",
                        column: x => x.UnitId,
                        principalTable: "kernel_units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "documents_outgoing",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: false),
                    DraftingUnitId = table.Column<Guid>(type: "uuid", nullable: false),
                    DrafterId = table.Column<Guid>(type: "uuid", nullable: false),
                    State = table.Column<int>(type: "integer", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    KindCode = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Subject = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    Urgency = table.Column<int>(type: "integer", nullable: false),
                    ReplyBy = table.Column<DateOnly>(type: "date", nullable: true),
                    BookCode = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Year = table.Column<int>(type: "integer", nullable: true),
                    Number = table.Column<int>(type: "integer", nullable: true),
                    NumberText = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    NumberKey = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    IssuedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    IssuedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    SignerId = table.Column<Guid>(type: "uuid", nullable: true),
                    SignerName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    SignerTitle = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: false),
                    SigningMethod = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    SignedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Copies = table.Column<int>(type: "integer", nullable: false),
                    Note = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    AnswersId = table.Column<Guid>(type: "uuid", nullable: true),
                    ContentId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_documents_outgoing", x => x.Id);
                    table.ForeignKey(
                        name: "FK_documents_outgoing_documents_contents_ContentId",
                        column: x => x.ContentId,
                        principalTable: "documents_contents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_documents_outgoing_kernel_accounts_DrafterId",
                        column: x => x.DrafterId,
                        principalTable: "kernel_accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_documents_outgoing_kernel_accounts_SignerId",
                        column: x => x.SignerId,
                        principalTable: "kernel_accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_documents_outgoing_kernel_units_DraftingUnitId",
                        column: x => x.DraftingUnitId,
                        principalTable: "kernel_units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_documents_outgoing_kernel_units_UnitId",
                        column: x => x.UnitId,
                        principalTable: "kernel_units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "documents_receiver_groups",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_documents_receiver_groups", x => x.Id);
                    table.ForeignKey(
                        name: "FK_documents_receiver_groups_kernel_units_UnitId",
                        column: x => x.UnitId,
                        principalTable: "kernel_units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "kernel_posts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: false),
                    RoleCode = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    Title = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    ValidTo = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_posts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_kernel_posts_kernel_accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "kernel_accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_kernel_posts_kernel_roles_RoleCode",
                        column: x => x.RoleCode,
                        principalTable: "kernel_roles",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_kernel_posts_kernel_units_UnitId",
                        column: x => x.UnitId,
                        principalTable: "kernel_units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "kernel_unit_names",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    Until = table.Column<DateOnly>(type: "date", nullable: false),
                    Decision = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_unit_names", x => x.Id);
                    table.ForeignKey(
                        name: "FK_kernel_unit_names_kernel_units_UnitId",
                        column: x => x.UnitId,
                        principalTable: "kernel_units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "documents_assignments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    IncomingId = table.Column<Guid>(type: "uuid", nullable: false),
                    Role = table.Column<int>(type: "integer", nullable: false),
                    ToUnitId = table.Column<Guid>(type: "uuid", nullable: true),
                    ToAccountId = table.Column<Guid>(type: "uuid", nullable: true),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: true),
                    State = table.Column<int>(type: "integer", nullable: false),
                    AssignedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    AssignedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    OpenedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    DoneAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Result = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_documents_assignments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_documents_assignments_documents_incoming_IncomingId",
                        column: x => x.IncomingId,
                        principalTable: "documents_incoming",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_documents_assignments_kernel_accounts_ToAccountId",
                        column: x => x.ToAccountId,
                        principalTable: "kernel_accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_documents_assignments_kernel_units_ToUnitId",
                        column: x => x.ToUnitId,
                        principalTable: "kernel_units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "documents_readings",
                columns: table => new
                {
                    IncomingId = table.Column<Guid>(type: "uuid", nullable: false),
                    Status = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Values = table.Column<string>(type: "text", nullable: false),
                    ReadAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_documents_readings", x => x.IncomingId);
                    table.ForeignKey(
                        name: "FK_documents_readings_documents_incoming_IncomingId",
                        column: x => x.IncomingId,
                        principalTable: "documents_incoming",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "documents_approvals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OutgoingId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    Approved = table.Column<bool>(type: "boolean", nullable: false),
                    DraftNumber = table.Column<int>(type: "integer", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Note = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_documents_approvals", x => x.Id);
                    table.ForeignKey(
                        name: "FK_documents_approvals_documents_outgoing_OutgoingId",
                        column: x => x.OutgoingId,
                        principalTable: "documents_outgoing",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_documents_approvals_kernel_accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "kernel_accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "documents_drafts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OutgoingId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    FileName = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    Sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    MediaType = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Size = table.Column<long>(type: "bigint", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    Note = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_documents_drafts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_documents_drafts_documents_outgoing_OutgoingId",
                        column: x => x.OutgoingId,
                        principalTable: "documents_outgoing",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_documents_drafts_kernel_files_Sha256",
                        column: x => x.Sha256,
                        principalTable: "kernel_files",
                        principalColumn: "Sha256",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "documents_outside_receivers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OutgoingId = table.Column<Guid>(type: "uuid", nullable: false),
                    Ordinal = table.Column<int>(type: "integer", nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_documents_outside_receivers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_documents_outside_receivers_documents_outgoing_OutgoingId",
                        column: x => x.OutgoingId,
                        principalTable: "documents_outgoing",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "documents_receipts",
                columns: table => new
                {
                    IncomingId = table.Column<Guid>(type: "uuid", nullable: false),
                    OutgoingId = table.Column<Guid>(type: "uuid", nullable: false),
                    ReceiverId = table.Column<Guid>(type: "uuid", nullable: false),
                    State = table.Column<int>(type: "integer", nullable: false),
                    DeliveredAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    OpenedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    RegisteredAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ArrivalNumber = table.Column<int>(type: "integer", nullable: true),
                    DoneAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ReturnedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ReturnReason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: true),
                    RemindedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Reminders = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_documents_receipts", x => x.IncomingId);
                    table.ForeignKey(
                        name: "FK_documents_receipts_documents_incoming_IncomingId",
                        column: x => x.IncomingId,
                        principalTable: "documents_incoming",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_documents_receipts_documents_outgoing_OutgoingId",
                        column: x => x.OutgoingId,
                        principalTable: "documents_outgoing",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_documents_receipts_kernel_units_ReceiverId",
                        column: x => x.ReceiverId,
                        principalTable: "kernel_units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "documents_receiver_choices",
                columns: table => new
                {
                    OutgoingId = table.Column<Guid>(type: "uuid", nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_documents_receiver_choices", x => new { x.OutgoingId, x.UnitId });
                    table.ForeignKey(
                        name: "FK_documents_receiver_choices_documents_outgoing_OutgoingId",
                        column: x => x.OutgoingId,
                        principalTable: "documents_outgoing",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_documents_receiver_choices_kernel_units_UnitId",
                        column: x => x.UnitId,
                        principalTable: "kernel_units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "documents_receiver_group_members",
                columns: table => new
                {
                    GroupId = table.Column<Guid>(type: "uuid", nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_documents_receiver_group_members", x => new { x.GroupId, x.UnitId });
                    table.ForeignKey(
                        name: "FK_documents_receiver_group_members_documents_receiver_groups_~",
                        column: x => x.GroupId,
                        principalTable: "documents_receiver_groups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_documents_receiver_group_members_kernel_units_UnitId",
                        column: x => x.UnitId,
                        principalTable: "kernel_units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_documents_approvals_OutgoingId_At",
                table: "documents_approvals",
                columns: new[] { "OutgoingId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_documents_assignments_IncomingId",
                table: "documents_assignments",
                column: "IncomingId");

            migrationBuilder.CreateIndex(
                name: "IX_documents_assignments_ToAccountId_State",
                table: "documents_assignments",
                columns: new[] { "ToAccountId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_documents_assignments_ToUnitId_State",
                table: "documents_assignments",
                columns: new[] { "ToUnitId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_documents_attachments_ContentId_Ordinal",
                table: "documents_attachments",
                columns: new[] { "ContentId", "Ordinal" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_documents_contents_SearchId",
                table: "documents_contents",
                column: "SearchId");

            migrationBuilder.CreateIndex(
                name: "IX_documents_drafts_OutgoingId_Number",
                table: "documents_drafts",
                columns: new[] { "OutgoingId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_documents_events_DocumentId_At_Id",
                table: "documents_events",
                columns: new[] { "DocumentId", "At", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_documents_incoming_ContentId",
                table: "documents_incoming",
                column: "ContentId");

            migrationBuilder.CreateIndex(
                name: "IX_documents_incoming_UnitId_BookYear_BookCode_ArrivalNumber",
                table: "documents_incoming",
                columns: new[] { "UnitId", "BookYear", "BookCode", "ArrivalNumber" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_documents_incoming_UnitId_DuplicateKey",
                table: "documents_incoming",
                columns: new[] { "UnitId", "DuplicateKey" });

            migrationBuilder.CreateIndex(
                name: "IX_documents_incoming_UnitId_NumberKey",
                table: "documents_incoming",
                columns: new[] { "UnitId", "NumberKey" });

            migrationBuilder.CreateIndex(
                name: "IX_documents_incoming_UnitId_ReceivedAt_Id",
                table: "documents_incoming",
                columns: new[] { "UnitId", "ReceivedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_documents_incoming_UnitId_State_ReceivedAt_Id",
                table: "documents_incoming",
                columns: new[] { "UnitId", "State", "ReceivedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_documents_outgoing_AnswersId",
                table: "documents_outgoing",
                column: "AnswersId");

            migrationBuilder.CreateIndex(
                name: "IX_documents_outgoing_ContentId",
                table: "documents_outgoing",
                column: "ContentId");

            migrationBuilder.CreateIndex(
                name: "IX_documents_outgoing_DraftingUnitId_State",
                table: "documents_outgoing",
                columns: new[] { "DraftingUnitId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_documents_outgoing_UnitId_CreatedAt_Id",
                table: "documents_outgoing",
                columns: new[] { "UnitId", "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_documents_outgoing_UnitId_NumberKey",
                table: "documents_outgoing",
                columns: new[] { "UnitId", "NumberKey" });

            migrationBuilder.CreateIndex(
                name: "IX_documents_outgoing_UnitId_State_CreatedAt",
                table: "documents_outgoing",
                columns: new[] { "UnitId", "State", "CreatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_documents_outgoing_UnitId_Year_BookCode_Number",
                table: "documents_outgoing",
                columns: new[] { "UnitId", "Year", "BookCode", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_documents_outside_receivers_OutgoingId_Ordinal",
                table: "documents_outside_receivers",
                columns: new[] { "OutgoingId", "Ordinal" });

            migrationBuilder.CreateIndex(
                name: "IX_documents_receipts_OutgoingId_ReceiverId",
                table: "documents_receipts",
                columns: new[] { "OutgoingId", "ReceiverId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_documents_receipts_OutgoingId_State",
                table: "documents_receipts",
                columns: new[] { "OutgoingId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_documents_receiver_groups_UnitId_Name",
                table: "documents_receiver_groups",
                columns: new[] { "UnitId", "Name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "EmailIndex",
                table: "kernel_accounts",
                column: "NormalizedEmail");

            migrationBuilder.CreateIndex(
                name: "UserNameIndex",
                table: "kernel_accounts",
                column: "NormalizedUserName",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_kernel_audit_AccountId_Sequence",
                table: "kernel_audit",
                columns: new[] { "AccountId", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_kernel_audit_SubjectId",
                table: "kernel_audit",
                column: "SubjectId");

            migrationBuilder.CreateIndex(
                name: "IX_kernel_jobs_Key",
                table: "kernel_jobs",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_kernel_jobs_State_NextTryAt",
                table: "kernel_jobs",
                columns: new[] { "State", "NextTryAt" });

            migrationBuilder.CreateIndex(
                name: "IX_kernel_notices_AccountId_ReadAt_At",
                table: "kernel_notices",
                columns: new[] { "AccountId", "ReadAt", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_kernel_posts_AccountId",
                table: "kernel_posts",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_kernel_posts_UnitId_RoleCode",
                table: "kernel_posts",
                columns: new[] { "UnitId", "RoleCode" });

            migrationBuilder.CreateIndex(
                name: "IX_kernel_unit_names_UnitId_Until",
                table: "kernel_unit_names",
                columns: new[] { "UnitId", "Until" });

            migrationBuilder.CreateIndex(
                name: "IX_kernel_units_Code",
                table: "kernel_units",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_kernel_units_Ordinal",
                table: "kernel_units",
                column: "Ordinal",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_kernel_units_Path",
                table: "kernel_units",
                column: "Path",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "documents_approvals");

            migrationBuilder.DropTable(
                name: "documents_assignments");

            migrationBuilder.DropTable(
                name: "documents_attachments");

            migrationBuilder.DropTable(
                name: "documents_drafts");

            migrationBuilder.DropTable(
                name: "documents_events");

            migrationBuilder.DropTable(
                name: "documents_outside_receivers");

            migrationBuilder.DropTable(
                name: "documents_readings");

            migrationBuilder.DropTable(
                name: "documents_receipts");

            migrationBuilder.DropTable(
                name: "documents_receiver_choices");

            migrationBuilder.DropTable(
                name: "documents_receiver_group_members");

            migrationBuilder.DropTable(
                name: "kernel_account_claims");

            migrationBuilder.DropTable(
                name: "kernel_account_logins");

            migrationBuilder.DropTable(
                name: "kernel_account_tokens");

            migrationBuilder.DropTable(
                name: "kernel_audit");

            migrationBuilder.DropTable(
                name: "kernel_calendar_days");

            migrationBuilder.DropTable(
                name: "kernel_counters");

            migrationBuilder.DropTable(
                name: "kernel_file_texts");

            migrationBuilder.DropTable(
                name: "kernel_jobs");

            migrationBuilder.DropTable(
                name: "kernel_notices");

            migrationBuilder.DropTable(
                name: "kernel_posts");

            migrationBuilder.DropTable(
                name: "kernel_role_permissions");

            migrationBuilder.DropTable(
                name: "kernel_unit_kind_rules");

            migrationBuilder.DropTable(
                name: "kernel_unit_names");

            migrationBuilder.DropTable(
                name: "documents_incoming");

            migrationBuilder.DropTable(
                name: "documents_outgoing");

            migrationBuilder.DropTable(
                name: "documents_receiver_groups");

            migrationBuilder.DropTable(
                name: "kernel_files");

            migrationBuilder.DropTable(
                name: "kernel_roles");

            migrationBuilder.DropTable(
                name: "documents_contents");

            migrationBuilder.DropTable(
                name: "kernel_accounts");

            migrationBuilder.DropTable(
                name: "kernel_units");

            migrationBuilder.DropTable(
                name: "kernel_unit_kinds");
        }
    }
}
