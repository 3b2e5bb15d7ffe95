using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DoanKet.Database.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class ClerksDay : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "ReturnSettledAt",
                table: "documents_receipts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "SentOn",
                table: "documents_outside_receivers",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Way",
                table: "documents_outside_receivers",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "BookRemark",
                table: "documents_incoming",
                type: "TEXT",
                maxLength: 1000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<bool>(
                name: "IsAnswerAsked",
                table: "documents_incoming",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "IsSealed",
                table: "documents_incoming",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateOnly>(
                name: "AskedDueOn",
                table: "documents_assignments",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "AskedReason",
                table: "documents_assignments",
                type: "TEXT",
                maxLength: 500,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<Guid>(
                name: "FromId",
                table: "documents_assignments",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "documents_notation_rules",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    UnitCode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    KindCode = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Pattern = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ValidTo = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Source = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_documents_notation_rules", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "documents_unused_numbers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    UnitId = table.Column<Guid>(type: "TEXT", nullable: false),
                    BookCode = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    NumberText = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_documents_unused_numbers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_documents_unused_numbers_kernel_units_UnitId",
                        column: x => x.UnitId,
                        principalTable: "kernel_units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_documents_receipts_ReturnedAt",
                table: "documents_receipts",
                column: "ReturnedAt",
                filter: "\"State\" = 4 and \"ReturnSettledAt\" is null");

            migrationBuilder.CreateIndex(
                name: "IX_documents_assignments_AssignedBy",
                table: "documents_assignments",
                column: "AssignedBy",
                filter: "\"AskedDueOn\" is not null");

            migrationBuilder.CreateIndex(
                name: "IX_documents_assignments_AssignedBy_AssignedAt",
                table: "documents_assignments",
                columns: new[] { "AssignedBy", "AssignedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_documents_notation_rules_UnitCode_KindCode_ValidFrom",
                table: "documents_notation_rules",
                columns: new[] { "UnitCode", "KindCode", "ValidFrom" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_documents_unused_numbers_UnitId_Year_BookCode_Number",
                table: "documents_unused_numbers",
                columns: new[] { "UnitId", "Year", "BookCode", "Number" },
                unique: true);

            migrationBuilder.AddForeignKey(
                name: "FK_documents_assignments_documents_assignments_FromId",
                table: "documents_assignments",
                column: "FromId",
                principalTable: "documents_assignments",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_documents_assignments_documents_assignments_FromId",
                table: "documents_assignments");

            migrationBuilder.DropTable(
                name: "documents_notation_rules");

            migrationBuilder.DropTable(
                name: "documents_unused_numbers");

            migrationBuilder.DropIndex(
                name: "IX_documents_receipts_ReturnedAt",
                table: "documents_receipts");

            migrationBuilder.DropIndex(
                name: "IX_documents_assignments_AssignedBy",
                table: "documents_assignments");

            migrationBuilder.DropIndex(
                name: "IX_documents_assignments_AssignedBy_AssignedAt",
                table: "documents_assignments");

            migrationBuilder.DropColumn(
                name: "ReturnSettledAt",
                table: "documents_receipts");

            migrationBuilder.DropColumn(
                name: "SentOn",
                table: "documents_outside_receivers");

            migrationBuilder.DropColumn(
                name: "Way",
                table: "documents_outside_receivers");

            migrationBuilder.DropColumn(
                name: "BookRemark",
                table: "documents_incoming");

            migrationBuilder.DropColumn(
                name: "IsAnswerAsked",
                table: "documents_incoming");

            migrationBuilder.DropColumn(
                name: "IsSealed",
                table: "documents_incoming");

            migrationBuilder.DropColumn(
                name: "AskedDueOn",
                table: "documents_assignments");

            migrationBuilder.DropColumn(
                name: "AskedReason",
                table: "documents_assignments");

            migrationBuilder.DropColumn(
                name: "FromId",
                table: "documents_assignments");
        }
    }
}
