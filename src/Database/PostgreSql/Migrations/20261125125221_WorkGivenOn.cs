using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DoanKet.Database.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class WorkGivenOn : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "IsAnswerAsked",
                table: "documents_incoming",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateOnly>(
                name: "AskedDueOn",
                table: "documents_assignments",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "AskedReason",
                table: "documents_assignments",
                type: "character varying(500)",
                maxLength: 500,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<Guid>(
                name: "FromId",
                table: "documents_assignments",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_documents_assignments_AssignedBy",
                table: "documents_assignments",
                column: "AssignedBy",
                filter: "\"AskedDueOn\" is not null");

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

            migrationBuilder.DropIndex(
                name: "IX_documents_assignments_AssignedBy",
                table: "documents_assignments");

            migrationBuilder.DropColumn(
                name: "IsAnswerAsked",
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
