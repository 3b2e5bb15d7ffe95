using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DoanKet.Database.PostgreSql.Migrations
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    KeptId = table.Column<Guid>(type: "uuid", nullable: false),
                    GoneId = table.Column<Guid>(type: "uuid", nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: false),
                    GoneUnitId = table.Column<Guid>(type: "uuid", nullable: false),
                    KeptName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    GoneName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    SealedBefore = table.Column<byte[]>(type: "bytea", nullable: false),
                    KeptVersion = table.Column<int>(type: "integer", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    By = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    UndoneAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    UndoneBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    FirstId = table.Column<Guid>(type: "uuid", nullable: false),
                    SecondId = table.Column<Guid>(type: "uuid", nullable: false),
                    Percent = table.Column<int>(type: "integer", nullable: false),
                    IsCertain = table.Column<bool>(type: "boolean", nullable: false),
                    Reasons = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    FoundAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ApartAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ApartBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
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
