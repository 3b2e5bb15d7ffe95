using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DoanKet.Database.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class NotationsAndSending : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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

            migrationBuilder.CreateIndex(
                name: "IX_documents_notation_rules_UnitCode_KindCode_ValidFrom",
                table: "documents_notation_rules",
                columns: new[] { "UnitCode", "KindCode", "ValidFrom" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "documents_notation_rules");

            migrationBuilder.DropColumn(
                name: "SentOn",
                table: "documents_outside_receivers");

            migrationBuilder.DropColumn(
                name: "Way",
                table: "documents_outside_receivers");
        }
    }
}
