using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DoanKet.Database.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class MailedNoticesAndLists : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_documents_incoming_ContentId",
                table: "documents_incoming");

            migrationBuilder.AddColumn<DateTime>(
                name: "MailedAt",
                table: "kernel_notices",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_documents_incoming_ContentId_UnitId",
                table: "documents_incoming",
                columns: new[] { "ContentId", "UnitId" });

            migrationBuilder.CreateIndex(
                name: "IX_documents_incoming_UnitId_ArrivalDate",
                table: "documents_incoming",
                columns: new[] { "UnitId", "ArrivalDate" });

            migrationBuilder.CreateIndex(
                name: "IX_documents_incoming_UnitId_DueOn",
                table: "documents_incoming",
                columns: new[] { "UnitId", "DueOn" },
                filter: "\"State\" < 3 and \"DueOn\" is not null");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_documents_incoming_ContentId_UnitId",
                table: "documents_incoming");

            migrationBuilder.DropIndex(
                name: "IX_documents_incoming_UnitId_ArrivalDate",
                table: "documents_incoming");

            migrationBuilder.DropIndex(
                name: "IX_documents_incoming_UnitId_DueOn",
                table: "documents_incoming");

            migrationBuilder.DropColumn(
                name: "MailedAt",
                table: "kernel_notices");

            migrationBuilder.CreateIndex(
                name: "IX_documents_incoming_ContentId",
                table: "documents_incoming",
                column: "ContentId");
        }
    }
}
