using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DoanKet.Database.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class MemberPages : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "members_merges",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    KeptId = table.Column<Guid>(type: "TEXT", nullable: false),
                    GoneId = table.Column<Guid>(type: "TEXT", nullable: false),
                    UnitId = table.Column<Guid>(type: "TEXT", nullable: false),
                    GoneUnitId = table.Column<Guid>(type: "TEXT", nullable: false),
                    KeptName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    GoneName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    SealedBefore = table.Column<byte[]>(type: "BLOB", nullable: false),
                    KeptVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    UndoneAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    UndoneBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_members_merges", x => x.Id);
                    table.ForeignKey(
                        name: "FK_members_merges_kernel_units_GoneUnitId",
                        column: x => x.GoneUnitId,
                        principalTable: "kernel_units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_members_merges_kernel_units_UnitId",
                        column: x => x.UnitId,
                        principalTable: "kernel_units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "members_pairs",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    FirstId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SecondId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Percent = table.Column<int>(type: "INTEGER", nullable: false),
                    IsCertain = table.Column<bool>(type: "INTEGER", nullable: false),
                    Reasons = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    FoundAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ApartAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ApartBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_members_pairs", x => x.Id);
                    table.ForeignKey(
                        name: "FK_members_pairs_members_members_FirstId",
                        column: x => x.FirstId,
                        principalTable: "members_members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_members_pairs_members_members_SecondId",
                        column: x => x.SecondId,
                        principalTable: "members_members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_members_merges_GoneId",
                table: "members_merges",
                column: "GoneId");

            migrationBuilder.CreateIndex(
                name: "IX_members_merges_UnitId_At",
                table: "members_merges",
                columns: new[] { "UnitId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_members_pairs_FirstId_SecondId",
                table: "members_pairs",
                columns: new[] { "FirstId", "SecondId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_members_pairs_Percent_Id",
                table: "members_pairs",
                columns: new[] { "Percent", "Id" },
                filter: "\"ApartAt\" is null");

            migrationBuilder.CreateIndex(
                name: "IX_members_pairs_SecondId",
                table: "members_pairs",
                column: "SecondId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "members_merges");

            migrationBuilder.DropTable(
                name: "members_pairs");
        }
    }
}
