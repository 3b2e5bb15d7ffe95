using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DoanKet.Database.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class ReachJobsSessions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_kernel_jobs_State_NextTryAt",
                table: "kernel_jobs");

            migrationBuilder.AddColumn<int>(
                name: "Lane",
                table: "kernel_jobs",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<Guid>(
                name: "LeasedBy",
                table: "kernel_jobs",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "UnitId",
                table: "kernel_audit",
                type: "uuid",
                nullable: true);

            migrationBuilder.AlterColumn<string>(
                name: "IssuerFold",
                table: "documents_incoming",
                type: "character varying(300)",
                maxLength: 300,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "character varying(200)",
                oldMaxLength: 200);

            migrationBuilder.AlterColumn<string>(
                name: "Issuer",
                table: "documents_incoming",
                type: "character varying(300)",
                maxLength: 300,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "character varying(200)",
                oldMaxLength: 200);

            migrationBuilder.AddColumn<DateTime>(
                name: "EndedAt",
                table: "documents_assignments",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "kernel_sessions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    StartedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Address = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Device = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_sessions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_kernel_sessions_kernel_accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "kernel_accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_kernel_jobs_Lane_State_NextTryAt",
                table: "kernel_jobs",
                columns: new[] { "Lane", "State", "NextTryAt" });

            migrationBuilder.CreateIndex(
                name: "IX_kernel_jobs_State_CreatedAt",
                table: "kernel_jobs",
                columns: new[] { "State", "CreatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_kernel_audit_UnitId_Sequence",
                table: "kernel_audit",
                columns: new[] { "UnitId", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_documents_outgoing_UnitId_ReplyBy",
                table: "documents_outgoing",
                columns: new[] { "UnitId", "ReplyBy" },
                filter: "\"State\" = 5 and \"ReplyBy\" is not null");

            migrationBuilder.CreateIndex(
                name: "IX_kernel_sessions_AccountId_StartedAt",
                table: "kernel_sessions",
                columns: new[] { "AccountId", "StartedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_kernel_sessions_StartedAt",
                table: "kernel_sessions",
                column: "StartedAt");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "kernel_sessions");

            migrationBuilder.DropIndex(
                name: "IX_kernel_jobs_Lane_State_NextTryAt",
                table: "kernel_jobs");

            migrationBuilder.DropIndex(
                name: "IX_kernel_jobs_State_CreatedAt",
                table: "kernel_jobs");

            migrationBuilder.DropIndex(
                name: "IX_kernel_audit_UnitId_Sequence",
                table: "kernel_audit");

            migrationBuilder.DropIndex(
                name: "IX_documents_outgoing_UnitId_ReplyBy",
                table: "documents_outgoing");

            migrationBuilder.DropColumn(
                name: "Lane",
                table: "kernel_jobs");

            migrationBuilder.DropColumn(
                name: "LeasedBy",
                table: "kernel_jobs");

            migrationBuilder.DropColumn(
                name: "UnitId",
                table: "kernel_audit");

            migrationBuilder.DropColumn(
                name: "EndedAt",
                table: "documents_assignments");

            migrationBuilder.AlterColumn<string>(
                name: "IssuerFold",
                table: "documents_incoming",
                type: "character varying(200)",
                maxLength: 200,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "character varying(300)",
                oldMaxLength: 300);

            migrationBuilder.AlterColumn<string>(
                name: "Issuer",
                table: "documents_incoming",
                type: "character varying(200)",
                maxLength: 200,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "character varying(300)",
                oldMaxLength: 300);

            migrationBuilder.CreateIndex(
                name: "IX_kernel_jobs_State_NextTryAt",
                table: "kernel_jobs",
                columns: new[] { "State", "NextTryAt" });
        }
    }
}
