using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DoanKet.Database.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Members : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "members_imports",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    UnitId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Added = table.Column<int>(type: "INTEGER", nullable: false),
                    Updated = table.Column<int>(type: "INTEGER", nullable: false),
                    Unchanged = table.Column<int>(type: "INTEGER", nullable: false),
                    LeftOut = table.Column<int>(type: "INTEGER", nullable: false),
                    UndoneAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_members_imports", x => x.Id);
                    table.ForeignKey(
                        name: "FK_members_imports_kernel_units_UnitId",
                        column: x => x.UnitId,
                        principalTable: "kernel_units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "members_members",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    UnitId = table.Column<Guid>(type: "TEXT", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    FullName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    NameFold = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false, collation: "BINARY"),
                    NameBackward = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false, collation: "BINARY"),
                    NameEnds = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false, collation: "BINARY"),
                    Sex = table.Column<int>(type: "INTEGER", nullable: true),
                    BirthYear = table.Column<int>(type: "INTEGER", nullable: true),
                    BornOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    NationalIdSealed = table.Column<byte[]>(type: "BLOB", maxLength: 100, nullable: true),
                    NationalIdKey = table.Column<Guid>(type: "TEXT", nullable: true),
                    Phone = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false, collation: "BINARY"),
                    Email = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Department = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Position = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    JoinedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    MemberNumber = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true, collation: "BINARY"),
                    ReturnReason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    EnteredAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ImportId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_members_members", x => x.Id);
                    table.ForeignKey(
                        name: "FK_members_members_kernel_units_UnitId",
                        column: x => x.UnitId,
                        principalTable: "kernel_units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "members_targets",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    UnitId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Count = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_members_targets", x => x.Id);
                    table.ForeignKey(
                        name: "FK_members_targets_kernel_units_UnitId",
                        column: x => x.UnitId,
                        principalTable: "kernel_units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "members_union_figures",
                columns: table => new
                {
                    UnitId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Members = table.Column<int>(type: "INTEGER", nullable: false),
                    Women = table.Column<int>(type: "INTEGER", nullable: false),
                    Waiting = table.Column<int>(type: "INTEGER", nullable: false),
                    WithoutNationalId = table.Column<int>(type: "INTEGER", nullable: false),
                    WithoutBirthday = table.Column<int>(type: "INTEGER", nullable: false),
                    WithoutPhone = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_members_union_figures", x => x.UnitId);
                    table.ForeignKey(
                        name: "FK_members_union_figures_kernel_units_UnitId",
                        column: x => x.UnitId,
                        principalTable: "kernel_units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "members_import_changes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ImportId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MemberId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Before = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_members_import_changes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_members_import_changes_members_imports_ImportId",
                        column: x => x.ImportId,
                        principalTable: "members_imports",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_members_import_changes_members_members_MemberId",
                        column: x => x.MemberId,
                        principalTable: "members_members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "members_movements",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    MemberId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    UnitId = table.Column<Guid>(type: "TEXT", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    DecisionNumber = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    DecisionOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Signer = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RecordedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_members_movements", x => x.Id);
                    table.ForeignKey(
                        name: "FK_members_movements_kernel_units_UnitId",
                        column: x => x.UnitId,
                        principalTable: "kernel_units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_members_movements_members_members_MemberId",
                        column: x => x.MemberId,
                        principalTable: "members_members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "members_profiles",
                columns: table => new
                {
                    MemberId = table.Column<Guid>(type: "TEXT", nullable: false),
                    IdIssuedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    IdIssuedBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    HomeTown = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Residence = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    WorkFrom = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ContractKind = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    InsuranceNumber = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Education = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Qualification = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    PoliticalTheory = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    UnionPost = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    OldCardNumber = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_members_profiles", x => x.MemberId);
                    table.ForeignKey(
                        name: "FK_members_profiles_members_members_MemberId",
                        column: x => x.MemberId,
                        principalTable: "members_members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "members_sensitive",
                columns: table => new
                {
                    MemberId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Ethnicity = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Religion = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    IsPartyMember = table.Column<bool>(type: "INTEGER", nullable: false),
                    PartyJoinedOn = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_members_sensitive", x => x.MemberId);
                    table.ForeignKey(
                        name: "FK_members_sensitive_members_members_MemberId",
                        column: x => x.MemberId,
                        principalTable: "members_members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_members_import_changes_ImportId",
                table: "members_import_changes",
                column: "ImportId");

            migrationBuilder.CreateIndex(
                name: "IX_members_imports_UnitId_At",
                table: "members_imports",
                columns: new[] { "UnitId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_members_members_ImportId",
                table: "members_members",
                column: "ImportId",
                filter: "\"ImportId\" is not null");

            migrationBuilder.CreateIndex(
                name: "IX_members_members_MemberNumber",
                table: "members_members",
                column: "MemberNumber",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_members_members_NameBackward_Id",
                table: "members_members",
                columns: new[] { "NameBackward", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_members_members_NameEnds_Id",
                table: "members_members",
                columns: new[] { "NameEnds", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_members_members_NameFold",
                table: "members_members",
                column: "NameFold");

            migrationBuilder.CreateIndex(
                name: "IX_members_members_NationalIdKey",
                table: "members_members",
                column: "NationalIdKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_members_members_Phone",
                table: "members_members",
                column: "Phone",
                filter: "\"Phone\" <> ''");

            migrationBuilder.CreateIndex(
                name: "IX_members_members_UnitId_NameBackward_Id",
                table: "members_members",
                columns: new[] { "UnitId", "NameBackward", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_members_members_waiting",
                table: "members_members",
                column: "UnitId",
                filter: "\"State\" = 0");

            migrationBuilder.CreateIndex(
                name: "IX_members_movements_MemberId_RecordedAt",
                table: "members_movements",
                columns: new[] { "MemberId", "RecordedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_members_movements_UnitId_On",
                table: "members_movements",
                columns: new[] { "UnitId", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_members_targets_UnitId_ValidFrom",
                table: "members_targets",
                columns: new[] { "UnitId", "ValidFrom" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "members_import_changes");

            migrationBuilder.DropTable(
                name: "members_movements");

            migrationBuilder.DropTable(
                name: "members_profiles");

            migrationBuilder.DropTable(
                name: "members_sensitive");

            migrationBuilder.DropTable(
                name: "members_targets");

            migrationBuilder.DropTable(
                name: "members_union_figures");

            migrationBuilder.DropTable(
                name: "members_imports");

            migrationBuilder.DropTable(
                name: "members_members");
        }
    }
}
