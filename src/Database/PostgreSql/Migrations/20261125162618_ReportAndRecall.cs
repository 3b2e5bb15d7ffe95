using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DoanKet.Database.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class ReportAndRecall : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "Amendment",
                table: "documents_outgoing",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "AmendsId",
                table: "documents_outgoing",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "RecallReason",
                table: "documents_outgoing",
                type: "character varying(500)",
                maxLength: 500,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateTime>(
                name: "RecalledAt",
                table: "documents_outgoing",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "DaysTaken",
                table: "documents_incoming",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "LeadAccountId",
                table: "documents_incoming",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "LeadUnitId",
                table: "documents_incoming",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Outcome",
                table: "documents_incoming",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTime>(
                name: "RecallAnsweredAt",
                table: "documents_incoming",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "RecallAskedAt",
                table: "documents_incoming",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "RecallReason",
                table: "documents_incoming",
                type: "character varying(500)",
                maxLength: 500,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "RecallRefusal",
                table: "documents_incoming",
                type: "character varying(500)",
                maxLength: 500,
                nullable: false,
                defaultValue: "");

            // What stands there already: who leads by the directive, and how it ended. A person's board is not looked up.
            migrationBuilder.Sql(
                """
                update documents_incoming set
                    "LeadUnitId" = (select coalesce(a."ToUnitId", documents_incoming."UnitId") from documents_assignments a
                        where a."IncomingId" = documents_incoming."Id" and a."FromId" is null and a."Role" = 0 and a."State" <> 2 limit 1),
                    "LeadAccountId" = (select a."ToAccountId" from documents_assignments a
                        where a."IncomingId" = documents_incoming."Id" and a."FromId" is null and a."Role" = 0 and a."State" <> 2 limit 1),
                    "Outcome" = case
                        when "State" in (1, 2) then 1
                        when "State" = 3 and ("DoneAt" at time zone 'Asia/Ho_Chi_Minh')::date > "DueOn" then 3
                        when "State" = 3 then 2
                        else 0 end,
                    "DaysTaken" = case when "State" = 3 and "DoneAt" is not null then ("DoneAt" at time zone 'Asia/Ho_Chi_Minh')::date - "ArrivalDate" end
                where "State" in (1, 2, 3);
                """
            );

            migrationBuilder.CreateIndex(
                name: "IX_documents_outgoing_AmendsId",
                table: "documents_outgoing",
                column: "AmendsId");

            migrationBuilder.CreateIndex(
                name: "IX_documents_incoming_UnitId",
                table: "documents_incoming",
                column: "UnitId",
                filter: "\"RecallAskedAt\" is not null and \"RecallAnsweredAt\" is null");

            migrationBuilder.CreateIndex(
                name: "IX_documents_incoming_handling",
                table: "documents_incoming",
                columns: new[] { "UnitId", "LeadUnitId", "LeadAccountId", "Outcome", "Source", "ArrivalDate", "DaysTaken" },
                filter: "\"Outcome\" <> 0");

            migrationBuilder.AddForeignKey(
                name: "FK_documents_outgoing_documents_outgoing_AmendsId",
                table: "documents_outgoing",
                column: "AmendsId",
                principalTable: "documents_outgoing",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_documents_outgoing_documents_outgoing_AmendsId",
                table: "documents_outgoing");

            migrationBuilder.DropIndex(
                name: "IX_documents_outgoing_AmendsId",
                table: "documents_outgoing");

            migrationBuilder.DropIndex(
                name: "IX_documents_incoming_UnitId",
                table: "documents_incoming");

            migrationBuilder.DropIndex(
                name: "IX_documents_incoming_handling",
                table: "documents_incoming");

            migrationBuilder.DropColumn(
                name: "Amendment",
                table: "documents_outgoing");

            migrationBuilder.DropColumn(
                name: "AmendsId",
                table: "documents_outgoing");

            migrationBuilder.DropColumn(
                name: "RecallReason",
                table: "documents_outgoing");

            migrationBuilder.DropColumn(
                name: "RecalledAt",
                table: "documents_outgoing");

            migrationBuilder.DropColumn(
                name: "DaysTaken",
                table: "documents_incoming");

            migrationBuilder.DropColumn(
                name: "LeadAccountId",
                table: "documents_incoming");

            migrationBuilder.DropColumn(
                name: "LeadUnitId",
                table: "documents_incoming");

            migrationBuilder.DropColumn(
                name: "Outcome",
                table: "documents_incoming");

            migrationBuilder.DropColumn(
                name: "RecallAnsweredAt",
                table: "documents_incoming");

            migrationBuilder.DropColumn(
                name: "RecallAskedAt",
                table: "documents_incoming");

            migrationBuilder.DropColumn(
                name: "RecallReason",
                table: "documents_incoming");

            migrationBuilder.DropColumn(
                name: "RecallRefusal",
                table: "documents_incoming");
        }
    }
}
