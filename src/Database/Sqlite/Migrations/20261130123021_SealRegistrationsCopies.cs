using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DoanKet.Database.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class SealRegistrationsCopies : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterColumn<Guid>(
                name: "AccountId",
                table: "signing_keys",
                type: "TEXT",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "TEXT");

            migrationBuilder.AddColumn<DateTime>(
                name: "RemindedAt",
                table: "signing_keys",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "SealWidth",
                table: "signing_keys",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "UnitId",
                table: "signing_keys",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "SealedAt",
                table: "documents_outgoing",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "documents_copies",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    UnitId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    NumberText = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Form = table.Column<int>(type: "INTEGER", nullable: false),
                    IncomingId = table.Column<Guid>(type: "TEXT", nullable: true),
                    OutgoingId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Source = table.Column<string>(type: "TEXT", maxLength: 1200, nullable: false),
                    Purpose = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    MadeAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ContentId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_documents_copies", x => x.Id);
                    table.ForeignKey(
                        name: "FK_documents_copies_documents_contents_ContentId",
                        column: x => x.ContentId,
                        principalTable: "documents_contents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_documents_copies_documents_incoming_IncomingId",
                        column: x => x.IncomingId,
                        principalTable: "documents_incoming",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_documents_copies_documents_outgoing_OutgoingId",
                        column: x => x.OutgoingId,
                        principalTable: "documents_outgoing",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_documents_copies_kernel_accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "kernel_accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_documents_copies_kernel_units_UnitId",
                        column: x => x.UnitId,
                        principalTable: "kernel_units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "signing_registrations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    UnitId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Use = table.Column<int>(type: "INTEGER", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: true),
                    HolderName = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    HolderTitle = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    LiesWithId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AskedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Issuer = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    SerialNumber = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    From = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Until = table.Column<DateTime>(type: "TEXT", nullable: true),
                    RemindedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_signing_registrations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_signing_registrations_kernel_accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "kernel_accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_signing_registrations_kernel_units_LiesWithId",
                        column: x => x.LiesWithId,
                        principalTable: "kernel_units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_signing_registrations_kernel_units_UnitId",
                        column: x => x.UnitId,
                        principalTable: "kernel_units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "signing_required_papers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    ForPerson = table.Column<bool>(type: "INTEGER", nullable: false),
                    ForSeal = table.Column<bool>(type: "INTEGER", nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ValidTo = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Source = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_signing_required_papers", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "signing_registration_papers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    RegistrationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    MediaType = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_signing_registration_papers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_signing_registration_papers_signing_registrations_RegistrationId",
                        column: x => x.RegistrationId,
                        principalTable: "signing_registrations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "signing_registration_steps",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    RegistrationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 1500, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_signing_registration_steps", x => x.Id);
                    table.ForeignKey(
                        name: "FK_signing_registration_steps_signing_registrations_RegistrationId",
                        column: x => x.RegistrationId,
                        principalTable: "signing_registrations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_signing_keys_UnitId",
                table: "signing_keys",
                column: "UnitId",
                unique: true,
                filter: "\"EndedAt\" is null");

            migrationBuilder.CreateIndex(
                name: "IX_documents_copies_ContentId",
                table: "documents_copies",
                column: "ContentId");

            migrationBuilder.CreateIndex(
                name: "IX_documents_copies_IncomingId",
                table: "documents_copies",
                column: "IncomingId");

            migrationBuilder.CreateIndex(
                name: "IX_documents_copies_OutgoingId",
                table: "documents_copies",
                column: "OutgoingId");

            migrationBuilder.CreateIndex(
                name: "IX_documents_copies_UnitId_Year_Number",
                table: "documents_copies",
                columns: new[] { "UnitId", "Year", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_signing_registration_papers_RegistrationId_Ordinal",
                table: "signing_registration_papers",
                columns: new[] { "RegistrationId", "Ordinal" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_signing_registration_steps_RegistrationId_At",
                table: "signing_registration_steps",
                columns: new[] { "RegistrationId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_signing_registrations_LiesWithId_State",
                table: "signing_registrations",
                columns: new[] { "LiesWithId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_signing_registrations_State_Until",
                table: "signing_registrations",
                columns: new[] { "State", "Until" });

            migrationBuilder.CreateIndex(
                name: "IX_signing_registrations_UnitId_AskedAt",
                table: "signing_registrations",
                columns: new[] { "UnitId", "AskedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_signing_required_papers_Code_ValidFrom",
                table: "signing_required_papers",
                columns: new[] { "Code", "ValidFrom" },
                unique: true);

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

            migrationBuilder.DropTable(
                name: "documents_copies");

            migrationBuilder.DropTable(
                name: "signing_registration_papers");

            migrationBuilder.DropTable(
                name: "signing_registration_steps");

            migrationBuilder.DropTable(
                name: "signing_required_papers");

            migrationBuilder.DropTable(
                name: "signing_registrations");

            migrationBuilder.DropIndex(
                name: "IX_signing_keys_UnitId",
                table: "signing_keys");

            migrationBuilder.DropColumn(
                name: "RemindedAt",
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
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "TEXT",
                oldNullable: true);
        }
    }
}
