using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DoanKet.Database.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class QualityAndPasskeys : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_members_members_NameFold",
                table: "members_members");

            migrationBuilder.AddColumn<DateOnly>(
                name: "DueOn",
                table: "members_targets",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "RemindedOn",
                table: "members_targets",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "EmployerKindCode",
                table: "kernel_units",
                type: "TEXT",
                maxLength: 20,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "kernel_employer_kinds",
                columns: table => new
                {
                    Code = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Rank = table.Column<int>(type: "INTEGER", nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ValidTo = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Source = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_employer_kinds", x => x.Code);
                });

            migrationBuilder.CreateTable(
                name: "members_import_runs",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    UnitId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    Accepted = table.Column<string>(type: "TEXT", nullable: false),
                    AskedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SealedSummary = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Message = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_members_import_runs", x => x.Id);
                    table.ForeignKey(
                        name: "FK_members_import_runs_kernel_accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "kernel_accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_members_import_runs_kernel_units_UnitId",
                        column: x => x.UnitId,
                        principalTable: "kernel_units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "members_passkeys",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    MemberId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CredentialId = table.Column<byte[]>(type: "BLOB", maxLength: 1023, nullable: false),
                    PublicKey = table.Column<byte[]>(type: "BLOB", maxLength: 1000, nullable: false),
                    SignCount = table.Column<long>(type: "INTEGER", nullable: false),
                    Transports = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    IsBackupEligible = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsBackedUp = table.Column<bool>(type: "INTEGER", nullable: false),
                    Device = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    MadeAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UsedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_members_passkeys", x => x.Id);
                    table.ForeignKey(
                        name: "FK_members_passkeys_members_members_MemberId",
                        column: x => x.MemberId,
                        principalTable: "members_members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "members_quality_levels",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    FromPoints = table.Column<int>(type: "INTEGER", nullable: false),
                    Ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ValidTo = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Source = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_members_quality_levels", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "members_union_ratings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    UnitId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    ProposedPoints = table.Column<int>(type: "INTEGER", nullable: false),
                    ProposedCode = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    ProposedName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    ProposedNote = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    ProposedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ProposedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    LevelCode = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    LevelName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    DecisionNumber = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    DecidedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    DecisionNote = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_members_union_ratings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_members_union_ratings_kernel_units_UnitId",
                        column: x => x.UnitId,
                        principalTable: "kernel_units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "members_import_parts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    RunId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Sealed = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_members_import_parts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_members_import_parts_members_import_runs_RunId",
                        column: x => x.RunId,
                        principalTable: "members_import_runs",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_members_members_NameFold_Id",
                table: "members_members",
                columns: new[] { "NameFold", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_members_import_parts_RunId_Number",
                table: "members_import_parts",
                columns: new[] { "RunId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_members_import_runs_AccountId_AskedAt",
                table: "members_import_runs",
                columns: new[] { "AccountId", "AskedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_members_passkeys_CredentialId",
                table: "members_passkeys",
                column: "CredentialId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_members_passkeys_MemberId",
                table: "members_passkeys",
                column: "MemberId");

            migrationBuilder.CreateIndex(
                name: "IX_members_quality_levels_Code_ValidFrom",
                table: "members_quality_levels",
                columns: new[] { "Code", "ValidFrom" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_members_union_ratings_ProposedAt",
                table: "members_union_ratings",
                column: "ProposedAt",
                filter: "\"DecidedOn\" is null");

            migrationBuilder.CreateIndex(
                name: "IX_members_union_ratings_UnitId_Year",
                table: "members_union_ratings",
                columns: new[] { "UnitId", "Year" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_members_union_ratings_Year_LevelCode",
                table: "members_union_ratings",
                columns: new[] { "Year", "LevelCode" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "kernel_employer_kinds");

            migrationBuilder.DropTable(
                name: "members_import_parts");

            migrationBuilder.DropTable(
                name: "members_passkeys");

            migrationBuilder.DropTable(
                name: "members_quality_levels");

            migrationBuilder.DropTable(
                name: "members_union_ratings");

            migrationBuilder.DropTable(
                name: "members_import_runs");

            migrationBuilder.DropIndex(
                name: "IX_members_members_NameFold_Id",
                table: "members_members");

            migrationBuilder.DropColumn(
                name: "DueOn",
                table: "members_targets");

            migrationBuilder.DropColumn(
                name: "RemindedOn",
                table: "members_targets");

            migrationBuilder.DropColumn(
                name: "EmployerKindCode",
                table: "kernel_units");

            migrationBuilder.CreateIndex(
                name: "IX_members_members_NameFold",
                table: "members_members",
                column: "NameFold");
        }
    }
}
