using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DoanKet.Database.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class UnionQuality : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "DueOn",
                table: "members_targets",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "RemindedOn",
                table: "members_targets",
                type: "date",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "members_quality_levels",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    FromPoints = table.Column<int>(type: "integer", nullable: false),
                    Ordinal = table.Column<int>(type: "integer", nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    ValidTo = table.Column<DateOnly>(type: "date", nullable: true),
                    Source = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_members_quality_levels", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "members_union_ratings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: false),
                    Year = table.Column<int>(type: "integer", nullable: false),
                    ProposedPoints = table.Column<int>(type: "integer", nullable: false),
                    ProposedCode = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    ProposedName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    ProposedNote = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    ProposedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ProposedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    LevelCode = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    LevelName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    DecisionNumber = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    DecidedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    DecisionNote = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
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
                name: "members_quality_levels");

            migrationBuilder.DropTable(
                name: "members_union_ratings");

            migrationBuilder.DropColumn(
                name: "DueOn",
                table: "members_targets");

            migrationBuilder.DropColumn(
                name: "RemindedOn",
                table: "members_targets");
        }
    }
}
