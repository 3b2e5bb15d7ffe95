using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DoanKet.Database.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class MailCommentsTemplates : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "IsUrgent",
                table: "kernel_notices",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTime>(
                name: "RemindedAt",
                table: "documents_assignments",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "documents_cosigners",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OutgoingId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false),
                    SignedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_documents_cosigners", x => x.Id);
                    table.ForeignKey(
                        name: "FK_documents_cosigners_documents_outgoing_OutgoingId",
                        column: x => x.OutgoingId,
                        principalTable: "documents_outgoing",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "documents_draft_templates",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    UnitId = table.Column<Guid>(type: "TEXT", nullable: false),
                    KindCode = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_documents_draft_templates", x => x.Id);
                    table.ForeignKey(
                        name: "FK_documents_draft_templates_kernel_files_Sha256",
                        column: x => x.Sha256,
                        principalTable: "kernel_files",
                        principalColumn: "Sha256",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_documents_draft_templates_kernel_units_UnitId",
                        column: x => x.UnitId,
                        principalTable: "kernel_units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "documents_page_comments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OutgoingId = table.Column<Guid>(type: "TEXT", nullable: false),
                    DraftNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    Page = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    DoneAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_documents_page_comments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_documents_page_comments_documents_outgoing_OutgoingId",
                        column: x => x.OutgoingId,
                        principalTable: "documents_outgoing",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_documents_page_comments_kernel_accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "kernel_accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "kernel_mail_choices",
                columns: table => new
                {
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Timing = table.Column<int>(type: "INTEGER", nullable: false),
                    UrgentSoon = table.Column<bool>(type: "INTEGER", nullable: false),
                    LastMorning = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_mail_choices", x => x.AccountId);
                    table.ForeignKey(
                        name: "FK_kernel_mail_choices_kernel_accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "kernel_accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_documents_cosigners_AccountId",
                table: "documents_cosigners",
                column: "AccountId",
                filter: "\"SignedAt\" is null");

            migrationBuilder.CreateIndex(
                name: "IX_documents_cosigners_OutgoingId_AccountId",
                table: "documents_cosigners",
                columns: new[] { "OutgoingId", "AccountId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_documents_draft_templates_UnitId_Name",
                table: "documents_draft_templates",
                columns: new[] { "UnitId", "Name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_documents_page_comments_OutgoingId_DraftNumber_Page",
                table: "documents_page_comments",
                columns: new[] { "OutgoingId", "DraftNumber", "Page" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "documents_cosigners");

            migrationBuilder.DropTable(
                name: "documents_draft_templates");

            migrationBuilder.DropTable(
                name: "documents_page_comments");

            migrationBuilder.DropTable(
                name: "kernel_mail_choices");

            migrationBuilder.DropColumn(
                name: "IsUrgent",
                table: "kernel_notices");

            migrationBuilder.DropColumn(
                name: "RemindedAt",
                table: "documents_assignments");
        }
    }
}
