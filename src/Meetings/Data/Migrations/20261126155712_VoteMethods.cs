using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Platform.Meetings.Data.Migrations
{
    /// <inheritdoc />
    public partial class VoteMethods : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_votes_tenant_id_id",
                table: "votes");

            migrationBuilder.RenameColumn(
                name: "majority",
                table: "votes",
                newName: "method");

            migrationBuilder.RenameColumn(
                name: "person_id",
                table: "ballots",
                newName: "voter_id");

            migrationBuilder.RenameIndex(
                name: "ix_ballots_vote_id_person_id_turn",
                table: "ballots",
                newName: "ix_ballots_vote_id_voter_id_turn");

            migrationBuilder.AddColumn<string>(
                name: "by_owners",
                table: "votes",
                type: "jsonb",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "closes_at",
                table: "votes",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "matter",
                table: "votes",
                type: "character varying(30)",
                maxLength: 30,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ranked",
                table: "votes",
                type: "jsonb",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "register_id",
                table: "votes",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "secret",
                table: "votes",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int[]>(
                name: "ranking",
                table: "ballots",
                type: "integer[]",
                nullable: false,
                defaultValue: new int[0]);

            migrationBuilder.AddColumn<string>(
                name: "way",
                table: "ballots",
                type: "character varying(30)",
                maxLength: 30,
                nullable: false,
                defaultValue: "Online");

            // Hands that staff typed in until now. The owner of the tables sees their rows only while they are not locked for it too.
            migrationBuilder.Sql("ALTER TABLE ballots NO FORCE ROW LEVEL SECURITY; UPDATE ballots SET way = 'Hand' WHERE entered_by <> voter_id; ALTER TABLE ballots FORCE ROW LEVEL SECURITY;");

            migrationBuilder.CreateTable(
                name: "counted_ballots",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    vote_id = table.Column<Guid>(type: "uuid", nullable: false),
                    receipt_hash = table.Column<byte[]>(type: "bytea", nullable: true),
                    choice = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    ranking = table.Column<int[]>(type: "integer[]", nullable: false),
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_counted_ballots", x => x.id);
                    table.ForeignKey(
                        name: "fk_counted_ballots_vote_vote_id",
                        column: x => x.vote_id,
                        principalTable: "votes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "owner_registers",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    area_id = table.Column<Guid>(type: "uuid", nullable: false),
                    file_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    state = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    imported_by = table.Column<Guid>(type: "uuid", nullable: false),
                    imported_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    adopted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    owners_count = table.Column<int>(type: "integer", nullable: false),
                    units_count = table.Column<int>(type: "integer", nullable: false),
                    area = table.Column<long>(type: "bigint", nullable: false),
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_owner_registers", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "paper_ballots",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    vote_id = table.Column<Guid>(type: "uuid", nullable: false),
                    serial = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    state = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    owner_id = table.Column<Guid>(type: "uuid", nullable: true),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    decided_by = table.Column<Guid>(type: "uuid", nullable: true),
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_paper_ballots", x => x.id);
                    table.ForeignKey(
                        name: "fk_paper_ballots_vote_vote_id",
                        column: x => x.vote_id,
                        principalTable: "votes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "recusals",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    item_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_recusals", x => x.id);
                    table.ForeignKey(
                        name: "fk_recusals_agenda_items_item_id",
                        column: x => x.item_id,
                        principalTable: "agenda_items",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "sealed_ballots",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    vote_id = table.Column<Guid>(type: "uuid", nullable: false),
                    receipt_hash = table.Column<byte[]>(type: "bytea", nullable: true),
                    choice = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    ranking = table.Column<int[]>(type: "integer[]", nullable: false),
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sealed_ballots", x => x.id);
                    table.ForeignKey(
                        name: "fk_sealed_ballots_vote_vote_id",
                        column: x => x.vote_id,
                        principalTable: "votes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "vote_options",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    vote_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    text = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_vote_options", x => x.id);
                    table.ForeignKey(
                        name: "fk_vote_options_votes_vote_id",
                        column: x => x.vote_id,
                        principalTable: "votes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "voter_marks",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    vote_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    way = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_voter_marks", x => x.id);
                    table.ForeignKey(
                        name: "fk_voter_marks_vote_vote_id",
                        column: x => x.vote_id,
                        principalTable: "votes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "owners",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    register_id = table.Column<Guid>(type: "uuid", nullable: false),
                    names = table.Column<string>(type: "text", nullable: false),
                    phone = table.Column<string>(type: "text", nullable: true),
                    phone_hash = table.Column<byte[]>(type: "bytea", nullable: true),
                    phone_masked = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    area = table.Column<long>(type: "bigint", nullable: false),
                    place = table.Column<string>(type: "character varying(70)", maxLength: 70, nullable: false),
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_owners", x => x.id);
                    table.ForeignKey(
                        name: "fk_owners_owner_registers_register_id",
                        column: x => x.register_id,
                        principalTable: "owner_registers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "paper_entries",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    paper_ballot_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    owner_id = table.Column<Guid>(type: "uuid", nullable: true),
                    choice = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    ranking = table.Column<int[]>(type: "integer[]", nullable: false),
                    entered_by = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_paper_entries", x => x.id);
                    table.ForeignKey(
                        name: "fk_paper_entries_paper_ballots_paper_ballot_id",
                        column: x => x.paper_ballot_id,
                        principalTable: "paper_ballots",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "owned_units",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    owner_id = table.Column<Guid>(type: "uuid", nullable: false),
                    register_id = table.Column<Guid>(type: "uuid", nullable: false),
                    building = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    entrance = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    room = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    area = table.Column<long>(type: "bigint", nullable: false),
                    label = table.Column<string>(type: "character varying(70)", maxLength: 70, nullable: false),
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_owned_units", x => x.id);
                    table.ForeignKey(
                        name: "fk_owned_units_owners_owner_id",
                        column: x => x.owner_id,
                        principalTable: "owners",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_votes_register_id",
                table: "votes",
                column: "register_id");

            migrationBuilder.CreateIndex(
                name: "ix_votes_tenant_id_register_id_id",
                table: "votes",
                columns: new[] { "tenant_id", "register_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_counted_ballots_tenant_id_id",
                table: "counted_ballots",
                columns: new[] { "tenant_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_counted_ballots_vote_id_receipt_hash",
                table: "counted_ballots",
                columns: new[] { "vote_id", "receipt_hash" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_owned_units_owner_id",
                table: "owned_units",
                column: "owner_id");

            migrationBuilder.CreateIndex(
                name: "ix_owned_units_register_id_label",
                table: "owned_units",
                columns: new[] { "register_id", "label" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_owned_units_tenant_id_id",
                table: "owned_units",
                columns: new[] { "tenant_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_owner_registers_tenant_id_area_id_state_adopted_at",
                table: "owner_registers",
                columns: new[] { "tenant_id", "area_id", "state", "adopted_at" });

            migrationBuilder.CreateIndex(
                name: "ix_owner_registers_tenant_id_id",
                table: "owner_registers",
                columns: new[] { "tenant_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_owners_register_id_person_id",
                table: "owners",
                columns: new[] { "register_id", "person_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_owners_register_id_place_id",
                table: "owners",
                columns: new[] { "register_id", "place", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_owners_tenant_id_person_id",
                table: "owners",
                columns: new[] { "tenant_id", "person_id" });

            migrationBuilder.CreateIndex(
                name: "ix_paper_ballots_tenant_id_id",
                table: "paper_ballots",
                columns: new[] { "tenant_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_paper_ballots_vote_id_serial",
                table: "paper_ballots",
                columns: new[] { "vote_id", "serial" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_paper_entries_paper_ballot_id_number",
                table: "paper_entries",
                columns: new[] { "paper_ballot_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_paper_entries_tenant_id_id",
                table: "paper_entries",
                columns: new[] { "tenant_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_recusals_item_id_person_id_kind",
                table: "recusals",
                columns: new[] { "item_id", "person_id", "kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_recusals_tenant_id_id",
                table: "recusals",
                columns: new[] { "tenant_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_sealed_ballots_tenant_id_id",
                table: "sealed_ballots",
                columns: new[] { "tenant_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_sealed_ballots_vote_id_receipt_hash",
                table: "sealed_ballots",
                columns: new[] { "vote_id", "receipt_hash" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_vote_options_tenant_id_id",
                table: "vote_options",
                columns: new[] { "tenant_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_vote_options_vote_id_number",
                table: "vote_options",
                columns: new[] { "vote_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_voter_marks_tenant_id_id",
                table: "voter_marks",
                columns: new[] { "tenant_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_voter_marks_vote_id_person_id",
                table: "voter_marks",
                columns: new[] { "vote_id", "person_id" },
                unique: true);

            migrationBuilder.AddForeignKey(
                name: "fk_votes_owner_registers_register_id",
                table: "votes",
                column: "register_id",
                principalTable: "owner_registers",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_votes_owner_registers_register_id",
                table: "votes");

            migrationBuilder.DropTable(
                name: "counted_ballots");

            migrationBuilder.DropTable(
                name: "owned_units");

            migrationBuilder.DropTable(
                name: "paper_entries");

            migrationBuilder.DropTable(
                name: "recusals");

            migrationBuilder.DropTable(
                name: "sealed_ballots");

            migrationBuilder.DropTable(
                name: "vote_options");

            migrationBuilder.DropTable(
                name: "voter_marks");

            migrationBuilder.DropTable(
                name: "owners");

            migrationBuilder.DropTable(
                name: "paper_ballots");

            migrationBuilder.DropTable(
                name: "owner_registers");

            migrationBuilder.DropIndex(
                name: "ix_votes_register_id",
                table: "votes");

            migrationBuilder.DropIndex(
                name: "ix_votes_tenant_id_register_id_id",
                table: "votes");

            migrationBuilder.DropColumn(
                name: "by_owners",
                table: "votes");

            migrationBuilder.DropColumn(
                name: "closes_at",
                table: "votes");

            migrationBuilder.DropColumn(
                name: "matter",
                table: "votes");

            migrationBuilder.DropColumn(
                name: "ranked",
                table: "votes");

            migrationBuilder.DropColumn(
                name: "register_id",
                table: "votes");

            migrationBuilder.DropColumn(
                name: "secret",
                table: "votes");

            migrationBuilder.DropColumn(
                name: "ranking",
                table: "ballots");

            migrationBuilder.DropColumn(
                name: "way",
                table: "ballots");

            migrationBuilder.RenameColumn(
                name: "method",
                table: "votes",
                newName: "majority");

            migrationBuilder.RenameColumn(
                name: "voter_id",
                table: "ballots",
                newName: "person_id");

            migrationBuilder.RenameIndex(
                name: "ix_ballots_vote_id_voter_id_turn",
                table: "ballots",
                newName: "ix_ballots_vote_id_person_id_turn");

            migrationBuilder.CreateIndex(
                name: "ix_votes_tenant_id_id",
                table: "votes",
                columns: new[] { "tenant_id", "id" });
        }
    }
}
