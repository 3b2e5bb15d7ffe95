using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DoanKet.Database.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class DatedCatalogues : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.RenameColumn(
                name: "Day",
                table: "kernel_calendar_days",
                newName: "ValidFrom");

            migrationBuilder.AddColumn<string>(
                name: "Source",
                table: "kernel_unit_kinds",
                type: "TEXT",
                maxLength: 200,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateOnly>(
                name: "ValidFrom",
                table: "kernel_unit_kinds",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateOnly(1929, 7, 28));

            migrationBuilder.AddColumn<DateOnly>(
                name: "ValidTo",
                table: "kernel_unit_kinds",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AlterColumn<string>(
                name: "Source",
                table: "kernel_unit_kind_rules",
                type: "TEXT",
                maxLength: 200,
                nullable: false,
                defaultValue: "",
                oldClrType: typeof(string),
                oldType: "TEXT",
                oldMaxLength: 200,
                oldNullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Source",
                table: "kernel_calendar_days",
                type: "TEXT",
                maxLength: 200,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateOnly>(
                name: "ValidTo",
                table: "kernel_calendar_days",
                type: "TEXT",
                nullable: true);

            migrationBuilder.Sql("update kernel_calendar_days set \"ValidTo\" = \"ValidFrom\"");

            migrationBuilder.CreateTable(
                name: "documents_arrival_books",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false, collation: "BINARY"),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ValidTo = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Source = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_documents_arrival_books", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_documents_arrival_books_Code_ValidFrom",
                table: "documents_arrival_books",
                columns: new[] { "Code", "ValidFrom" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "documents_arrival_books");

            migrationBuilder.DropColumn(
                name: "Source",
                table: "kernel_unit_kinds");

            migrationBuilder.DropColumn(
                name: "ValidFrom",
                table: "kernel_unit_kinds");

            migrationBuilder.DropColumn(
                name: "ValidTo",
                table: "kernel_unit_kinds");

            migrationBuilder.DropColumn(
                name: "Source",
                table: "kernel_calendar_days");

            migrationBuilder.DropColumn(
                name: "ValidTo",
                table: "kernel_calendar_days");

            migrationBuilder.RenameColumn(
                name: "ValidFrom",
                table: "kernel_calendar_days",
                newName: "Day");

            migrationBuilder.AlterColumn<string>(
                name: "Source",
                table: "kernel_unit_kind_rules",
                type: "TEXT",
                maxLength: 200,
                nullable: true,
                oldClrType: typeof(string),
                oldType: "TEXT",
                oldMaxLength: 200);
        }
    }
}
