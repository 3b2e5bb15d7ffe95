using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DoanKet.Database.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class AgencySeal : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterColumn<Guid>(
                name: "AccountId",
                table: "signing_keys",
                type: "uuid",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "uuid");

            migrationBuilder.AddColumn<int>(
                name: "SealWidth",
                table: "signing_keys",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "UnitId",
                table: "signing_keys",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "SealedAt",
                table: "documents_outgoing",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_signing_keys_UnitId",
                table: "signing_keys",
                column: "UnitId",
                unique: true,
                filter: "\"EndedAt\" is null");

            migrationBuilder.AddForeignKey(
                name: "FK_signing_keys_kernel_units_UnitId",
                table: "signing_keys",
                column: "UnitId",
                principalTable: "kernel_units",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_signing_keys_kernel_units_UnitId",
                table: "signing_keys");

            migrationBuilder.DropIndex(
                name: "IX_signing_keys_UnitId",
                table: "signing_keys");

            migrationBuilder.DropColumn(
                name: "SealWidth",
                table: "signing_keys");

            migrationBuilder.DropColumn(
                name: "UnitId",
                table: "signing_keys");

            migrationBuilder.DropColumn(
                name: "SealedAt",
                table: "documents_outgoing");

            migrationBuilder.AlterColumn<Guid>(
                name: "AccountId",
                table: "signing_keys",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "uuid",
                oldNullable: true);
        }
    }
}
