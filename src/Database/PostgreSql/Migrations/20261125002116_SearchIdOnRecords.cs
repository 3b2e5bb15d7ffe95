using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DoanKet.Database.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class SearchIdOnRecords : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_documents_contents_SearchId",
                table: "documents_contents");

            migrationBuilder.AddColumn<long>(
                name: "SearchId",
                table: "documents_outgoing",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "SearchId",
                table: "documents_incoming",
                type: "bigint",
                nullable: true);

            foreach (var table in (string[])["documents_incoming", "documents_outgoing"])
                migrationBuilder.Sql(
                    $"update {table} set \"SearchId\" = (select c.\"SearchId\" from documents_contents c where c.\"Id\" = {table}.\"ContentId\")");

            migrationBuilder.CreateIndex(
                name: "IX_documents_outgoing_UnitId_SearchId_CreatedAt_Id",
                table: "documents_outgoing",
                columns: new[] { "UnitId", "SearchId", "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_documents_incoming_UnitId_SearchId_ReceivedAt_Id",
                table: "documents_incoming",
                columns: new[] { "UnitId", "SearchId", "ReceivedAt", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_documents_outgoing_UnitId_SearchId_CreatedAt_Id",
                table: "documents_outgoing");

            migrationBuilder.DropIndex(
                name: "IX_documents_incoming_UnitId_SearchId_ReceivedAt_Id",
                table: "documents_incoming");

            migrationBuilder.DropColumn(
                name: "SearchId",
                table: "documents_outgoing");

            migrationBuilder.DropColumn(
                name: "SearchId",
                table: "documents_incoming");

            migrationBuilder.CreateIndex(
                name: "IX_documents_contents_SearchId",
                table: "documents_contents",
                column: "SearchId");
        }
    }
}
