using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DoanKet.Database.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class CardsAndTransfers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "ToUnitId",
                table: "members_movements",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "members_card_batches",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Count = table.Column<int>(type: "integer", nullable: false),
                    Sheet = table.Column<int>(type: "integer", nullable: false),
                    MadeAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    MadeBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    DrawnAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    PrintedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Spoilt = table.Column<int>(type: "integer", nullable: false),
                    DeliveredAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_members_card_batches", x => x.Id);
                    table.ForeignKey(
                        name: "FK_members_card_batches_kernel_units_UnitId",
                        column: x => x.UnitId,
                        principalTable: "kernel_units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "members_card_blanks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    Count = table.Column<int>(type: "integer", nullable: false),
                    BatchId = table.Column<Guid>(type: "uuid", nullable: true),
                    Note = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RecordedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_members_card_blanks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_members_card_blanks_kernel_units_UnitId",
                        column: x => x.UnitId,
                        principalTable: "kernel_units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "members_card_templates",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: false),
                    Places = table.Column<string>(type: "character varying(8000)", maxLength: 8000, nullable: false),
                    PictureSha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    ChangedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_members_card_templates", x => x.Id);
                    table.ForeignKey(
                        name: "FK_members_card_templates_kernel_units_UnitId",
                        column: x => x.UnitId,
                        principalTable: "kernel_units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "members_cards",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Code = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false, collation: "C"),
                    MemberId = table.Column<Guid>(type: "uuid", nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: false),
                    Reason = table.Column<int>(type: "integer", nullable: false),
                    Edition = table.Column<int>(type: "integer", nullable: false),
                    State = table.Column<int>(type: "integer", nullable: false),
                    BatchId = table.Column<Guid>(type: "uuid", nullable: true),
                    FileNumber = table.Column<int>(type: "integer", nullable: true),
                    IssuedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    AskedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_members_cards", x => x.Id);
                    table.ForeignKey(
                        name: "FK_members_cards_kernel_units_UnitId",
                        column: x => x.UnitId,
                        principalTable: "kernel_units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_members_cards_members_members_MemberId",
                        column: x => x.MemberId,
                        principalTable: "members_members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "members_consents",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    MemberId = table.Column<Guid>(type: "uuid", nullable: false),
                    Basis = table.Column<int>(type: "integer", nullable: false),
                    TextVersion = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Channel = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    WithdrawnAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_members_consents", x => x.Id);
                    table.ForeignKey(
                        name: "FK_members_consents_members_members_MemberId",
                        column: x => x.MemberId,
                        principalTable: "members_members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "members_entry_links",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: false),
                    Code = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false, collation: "C"),
                    MadeAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    MadeBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    ClosedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_members_entry_links", x => x.Id);
                    table.ForeignKey(
                        name: "FK_members_entry_links_kernel_units_UnitId",
                        column: x => x.UnitId,
                        principalTable: "kernel_units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "members_entry_slips",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: false),
                    FullName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    NationalIdKey = table.Column<Guid>(type: "uuid", nullable: false),
                    SealedForm = table.Column<byte[]>(type: "bytea", maxLength: 20000, nullable: false),
                    SentAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ConsentVersion = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_members_entry_slips", x => x.Id);
                    table.ForeignKey(
                        name: "FK_members_entry_slips_kernel_units_UnitId",
                        column: x => x.UnitId,
                        principalTable: "kernel_units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "members_partners",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    TaxCode = table.Column<string>(type: "character varying(14)", maxLength: 14, nullable: false),
                    Trade = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Representative = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Phone = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Address = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    AgreementNumber = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    AgreedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ValidFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    ValidTo = table.Column<DateOnly>(type: "date", nullable: true),
                    CounterCode = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false, collation: "C"),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_members_partners", x => x.Id);
                    table.ForeignKey(
                        name: "FK_members_partners_kernel_units_UnitId",
                        column: x => x.UnitId,
                        principalTable: "kernel_units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "members_photos",
                columns: table => new
                {
                    MemberId = table.Column<Guid>(type: "uuid", nullable: false),
                    Sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    TakenInAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_members_photos", x => x.MemberId);
                    table.ForeignKey(
                        name: "FK_members_photos_members_members_MemberId",
                        column: x => x.MemberId,
                        principalTable: "members_members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "members_transfers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    MemberId = table.Column<Guid>(type: "uuid", nullable: false),
                    FromUnitId = table.Column<Guid>(type: "uuid", nullable: false),
                    ToUnitId = table.Column<Guid>(type: "uuid", nullable: false),
                    IsFromHome = table.Column<bool>(type: "boolean", nullable: false),
                    State = table.Column<int>(type: "integer", nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    DecisionNumber = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    AskedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    AskedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    AnsweredAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    AnsweredBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    AnswerReason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_members_transfers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_members_transfers_kernel_units_FromUnitId",
                        column: x => x.FromUnitId,
                        principalTable: "kernel_units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_members_transfers_kernel_units_ToUnitId",
                        column: x => x.ToUnitId,
                        principalTable: "kernel_units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_members_transfers_members_members_MemberId",
                        column: x => x.MemberId,
                        principalTable: "members_members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "members_card_files",
                columns: table => new
                {
                    BatchId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Count = table.Column<int>(type: "integer", nullable: false),
                    Sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_members_card_files", x => new { x.BatchId, x.Number });
                    table.ForeignKey(
                        name: "FK_members_card_files_members_card_batches_BatchId",
                        column: x => x.BatchId,
                        principalTable: "members_card_batches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "members_card_steps",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CardId = table.Column<Guid>(type: "uuid", nullable: false),
                    State = table.Column<int>(type: "integer", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    By = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Note = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_members_card_steps", x => x.Id);
                    table.ForeignKey(
                        name: "FK_members_card_steps_members_cards_CardId",
                        column: x => x.CardId,
                        principalTable: "members_cards",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "members_offers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PartnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    Title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Terms = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    ValidTo = table.Column<DateOnly>(type: "date", nullable: true),
                    Quota = table.Column<int>(type: "integer", nullable: true),
                    QuotaOfMember = table.Column<int>(type: "integer", nullable: true),
                    Used = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_members_offers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_members_offers_members_partners_PartnerId",
                        column: x => x.PartnerId,
                        principalTable: "members_partners",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "members_offer_uses",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OfferId = table.Column<Guid>(type: "uuid", nullable: false),
                    CardId = table.Column<Guid>(type: "uuid", nullable: false),
                    MemberId = table.Column<Guid>(type: "uuid", nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_members_offer_uses", x => x.Id);
                    table.ForeignKey(
                        name: "FK_members_offer_uses_kernel_units_UnitId",
                        column: x => x.UnitId,
                        principalTable: "kernel_units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_members_offer_uses_members_cards_CardId",
                        column: x => x.CardId,
                        principalTable: "members_cards",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_members_offer_uses_members_members_MemberId",
                        column: x => x.MemberId,
                        principalTable: "members_members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_members_offer_uses_members_offers_OfferId",
                        column: x => x.OfferId,
                        principalTable: "members_offers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_members_movements_ToUnitId_On",
                table: "members_movements",
                columns: new[] { "ToUnitId", "On" },
                filter: "\"ToUnitId\" is not null");

            migrationBuilder.CreateIndex(
                name: "IX_members_card_batches_UnitId_Number",
                table: "members_card_batches",
                columns: new[] { "UnitId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_members_card_blanks_UnitId_RecordedAt",
                table: "members_card_blanks",
                columns: new[] { "UnitId", "RecordedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_members_card_steps_CardId_At",
                table: "members_card_steps",
                columns: new[] { "CardId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_members_card_templates_UnitId",
                table: "members_card_templates",
                column: "UnitId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_members_cards_BatchId_Id",
                table: "members_cards",
                columns: new[] { "BatchId", "Id" },
                filter: "\"BatchId\" is not null");

            migrationBuilder.CreateIndex(
                name: "IX_members_cards_Code",
                table: "members_cards",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_members_cards_MemberId_AskedAt",
                table: "members_cards",
                columns: new[] { "MemberId", "AskedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_members_cards_State_Id",
                table: "members_cards",
                columns: new[] { "State", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_members_cards_UnitId_State_Id",
                table: "members_cards",
                columns: new[] { "UnitId", "State", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_members_cards_in_hand",
                table: "members_cards",
                column: "MemberId",
                unique: true,
                filter: "\"State\" = 5");

            migrationBuilder.CreateIndex(
                name: "IX_members_cards_on_its_way",
                table: "members_cards",
                column: "MemberId",
                unique: true,
                filter: "\"State\" < 5");

            migrationBuilder.CreateIndex(
                name: "IX_members_consents_MemberId_At",
                table: "members_consents",
                columns: new[] { "MemberId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_members_entry_links_Code",
                table: "members_entry_links",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_members_entry_links_UnitId",
                table: "members_entry_links",
                column: "UnitId",
                unique: true,
                filter: "\"ClosedAt\" is null");

            migrationBuilder.CreateIndex(
                name: "IX_members_entry_slips_UnitId_NationalIdKey",
                table: "members_entry_slips",
                columns: new[] { "UnitId", "NationalIdKey" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_members_entry_slips_UnitId_SentAt",
                table: "members_entry_slips",
                columns: new[] { "UnitId", "SentAt" });

            migrationBuilder.CreateIndex(
                name: "IX_members_offer_uses_MemberId",
                table: "members_offer_uses",
                column: "MemberId");

            migrationBuilder.CreateIndex(
                name: "IX_members_offer_uses_OfferId_MemberId",
                table: "members_offer_uses",
                columns: new[] { "OfferId", "MemberId" });

            migrationBuilder.CreateIndex(
                name: "IX_members_offer_uses_OfferId_UnitId",
                table: "members_offer_uses",
                columns: new[] { "OfferId", "UnitId" });

            migrationBuilder.CreateIndex(
                name: "IX_members_partners_CounterCode",
                table: "members_partners",
                column: "CounterCode",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_members_partners_UnitId_Name",
                table: "members_partners",
                columns: new[] { "UnitId", "Name" });

            migrationBuilder.CreateIndex(
                name: "IX_members_transfers_FromUnitId_State",
                table: "members_transfers",
                columns: new[] { "FromUnitId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_members_transfers_MemberId",
                table: "members_transfers",
                column: "MemberId",
                unique: true,
                filter: "\"State\" = 0");

            migrationBuilder.CreateIndex(
                name: "IX_members_transfers_ToUnitId_State",
                table: "members_transfers",
                columns: new[] { "ToUnitId", "State" });

            migrationBuilder.AddForeignKey(
                name: "FK_members_movements_kernel_units_ToUnitId",
                table: "members_movements",
                column: "ToUnitId",
                principalTable: "kernel_units",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_members_movements_kernel_units_ToUnitId",
                table: "members_movements");

            migrationBuilder.DropTable(
                name: "members_card_blanks");

            migrationBuilder.DropTable(
                name: "members_card_files");

            migrationBuilder.DropTable(
                name: "members_card_steps");

            migrationBuilder.DropTable(
                name: "members_card_templates");

            migrationBuilder.DropTable(
                name: "members_consents");

            migrationBuilder.DropTable(
                name: "members_entry_links");

            migrationBuilder.DropTable(
                name: "members_entry_slips");

            migrationBuilder.DropTable(
                name: "members_offer_uses");

            migrationBuilder.DropTable(
                name: "members_photos");

            migrationBuilder.DropTable(
                name: "members_transfers");

            migrationBuilder.DropTable(
                name: "members_card_batches");

            migrationBuilder.DropTable(
                name: "members_cards");

            migrationBuilder.DropTable(
                name: "members_offers");

            migrationBuilder.DropTable(
                name: "members_partners");

            migrationBuilder.DropIndex(
                name: "IX_members_movements_ToUnitId_On",
                table: "members_movements");

            migrationBuilder.DropColumn(
                name: "ToUnitId",
                table: "members_movements");
        }
    }
}
