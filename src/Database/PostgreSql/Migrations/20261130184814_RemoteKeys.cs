using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DoanKet.Database.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class RemoteKeys : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "Act",
                table: "signing_round_papers",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "CopyForm",
                table: "signing_round_papers",
                type: "character varying(50)",
                maxLength: 50,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "CopyUnit",
                table: "signing_round_papers",
                type: "character varying(300)",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "NumberDay",
                table: "signing_round_papers",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "NumberText",
                table: "signing_round_papers",
                type: "character varying(100)",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Payload",
                table: "signing_round_papers",
                type: "character varying(4000)",
                maxLength: 4000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<bool>(
                name: "AsksPin",
                table: "signing_keys",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "CredentialId",
                table: "signing_keys",
                type: "character varying(300)",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Provider",
                table: "signing_keys",
                type: "character varying(50)",
                maxLength: 50,
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "SealedUser",
                table: "signing_keys",
                type: "bytea",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "UnitId",
                table: "signing_agent_jobs",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "signing_moved_pictures",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    Sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Page = table.Column<int>(type: "integer", nullable: false),
                    X = table.Column<double>(type: "double precision", nullable: false),
                    Y = table.Column<double>(type: "double precision", nullable: false),
                    Width = table.Column<double>(type: "double precision", nullable: false),
                    Height = table.Column<double>(type: "double precision", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_signing_moved_pictures", x => x.Id);
                    table.ForeignKey(
                        name: "FK_signing_moved_pictures_kernel_accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "kernel_accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_signing_moved_pictures_kernel_files_Sha256",
                        column: x => x.Sha256,
                        principalTable: "kernel_files",
                        principalColumn: "Sha256",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "signing_provider_requests",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    RoundId = table.Column<Guid>(type: "uuid", nullable: true),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: true),
                    Provider = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    SealedUser = table.Column<byte[]>(type: "bytea", maxLength: 500, nullable: false),
                    CredentialId = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    Certificates = table.Column<byte[]>(type: "bytea", maxLength: 81920, nullable: false),
                    AsksPin = table.Column<bool>(type: "boolean", nullable: false),
                    State = table.Column<int>(type: "integer", nullable: false),
                    Mark = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    Transaction = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    SentAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Failure = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_signing_provider_requests", x => x.Id);
                    table.ForeignKey(
                        name: "FK_signing_provider_requests_kernel_accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "kernel_accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_signing_provider_requests_kernel_units_UnitId",
                        column: x => x.UnitId,
                        principalTable: "kernel_units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_signing_provider_requests_signing_rounds_RoundId",
                        column: x => x.RoundId,
                        principalTable: "signing_rounds",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_signing_moved_pictures_AccountId_Sha256",
                table: "signing_moved_pictures",
                columns: new[] { "AccountId", "Sha256" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_signing_provider_requests_AccountId_CreatedAt",
                table: "signing_provider_requests",
                columns: new[] { "AccountId", "CreatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_signing_provider_requests_RoundId",
                table: "signing_provider_requests",
                column: "RoundId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_signing_provider_requests_State",
                table: "signing_provider_requests",
                column: "State",
                filter: "\"State\" in (2, 3)");

            migrationBuilder.AddForeignKey(
                name: "FK_signing_agent_jobs_kernel_units_UnitId",
                table: "signing_agent_jobs",
                column: "UnitId",
                principalTable: "kernel_units",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_signing_agent_jobs_kernel_units_UnitId",
                table: "signing_agent_jobs");

            migrationBuilder.DropTable(
                name: "signing_moved_pictures");

            migrationBuilder.DropTable(
                name: "signing_provider_requests");

            migrationBuilder.DropColumn(
                name: "Act",
                table: "signing_round_papers");

            migrationBuilder.DropColumn(
                name: "CopyForm",
                table: "signing_round_papers");

            migrationBuilder.DropColumn(
                name: "CopyUnit",
                table: "signing_round_papers");

            migrationBuilder.DropColumn(
                name: "NumberDay",
                table: "signing_round_papers");

            migrationBuilder.DropColumn(
                name: "NumberText",
                table: "signing_round_papers");

            migrationBuilder.DropColumn(
                name: "Payload",
                table: "signing_round_papers");

            migrationBuilder.DropColumn(
                name: "AsksPin",
                table: "signing_keys");

            migrationBuilder.DropColumn(
                name: "CredentialId",
                table: "signing_keys");

            migrationBuilder.DropColumn(
                name: "Provider",
                table: "signing_keys");

            migrationBuilder.DropColumn(
                name: "SealedUser",
                table: "signing_keys");

            migrationBuilder.DropColumn(
                name: "UnitId",
                table: "signing_agent_jobs");
        }
    }
}
