using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DoanKet.Database.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class SettledReturns : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "ReturnSettledAt",
                table: "documents_receipts",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_documents_receipts_ReturnedAt",
                table: "documents_receipts",
                column: "ReturnedAt",
                filter: "\"State\" = 4 and \"ReturnSettledAt\" is null");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_documents_receipts_ReturnedAt",
                table: "documents_receipts");

            migrationBuilder.DropColumn(
                name: "ReturnSettledAt",
                table: "documents_receipts");
        }
    }
}
