using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Platform.Meetings.Data.Migrations
{
    /// <inheritdoc />
    public partial class CarriedItems : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_recusals_item_id_person_id_kind",
                table: "recusals");

            migrationBuilder.AddColumn<Guid>(
                name: "carried_id",
                table: "agenda_items",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "is_standing",
                table: "agenda_items",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "carried_items",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    text = table.Column<string>(type: "text", nullable: true),
                    area_id = table.Column<Guid>(type: "uuid", nullable: false),
                    level = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    state = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    meeting_id = table.Column<Guid>(type: "uuid", nullable: true),
                    rests_until = table.Column<DateOnly>(type: "date", nullable: true),
                    since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_carried_items", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "recusal_lifts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    recusal_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_recusal_lifts", x => x.id);
                    table.ForeignKey(
                        name: "fk_recusal_lifts_recusals_recusal_id",
                        column: x => x.recusal_id,
                        principalTable: "recusals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "carried_steps",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    carried_id = table.Column<Guid>(type: "uuid", nullable: false),
                    because = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    meeting_id = table.Column<Guid>(type: "uuid", nullable: true),
                    item_id = table.Column<Guid>(type: "uuid", nullable: true),
                    level = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: true),
                    by = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_carried_steps", x => x.id);
                    table.ForeignKey(
                        name: "fk_carried_steps_carried_items_carried_id",
                        column: x => x.carried_id,
                        principalTable: "carried_items",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_recusals_item_id_person_id_kind",
                table: "recusals",
                columns: new[] { "item_id", "person_id", "kind" });

            migrationBuilder.CreateIndex(
                name: "ix_carried_items_meeting_id",
                table: "carried_items",
                column: "meeting_id");

            migrationBuilder.CreateIndex(
                name: "ix_carried_items_tenant_id_area_id_state_id",
                table: "carried_items",
                columns: new[] { "tenant_id", "area_id", "state", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_carried_steps_carried_id_at",
                table: "carried_steps",
                columns: new[] { "carried_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_carried_steps_tenant_id_id",
                table: "carried_steps",
                columns: new[] { "tenant_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_recusal_lifts_recusal_id",
                table: "recusal_lifts",
                column: "recusal_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_recusal_lifts_tenant_id_id",
                table: "recusal_lifts",
                columns: new[] { "tenant_id", "id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "carried_steps");

            migrationBuilder.DropTable(
                name: "recusal_lifts");

            migrationBuilder.DropTable(
                name: "carried_items");

            migrationBuilder.DropIndex(
                name: "ix_recusals_item_id_person_id_kind",
                table: "recusals");

            migrationBuilder.DropColumn(
                name: "carried_id",
                table: "agenda_items");

            migrationBuilder.DropColumn(
                name: "is_standing",
                table: "agenda_items");

            migrationBuilder.CreateIndex(
                name: "ix_recusals_item_id_person_id_kind",
                table: "recusals",
                columns: new[] { "item_id", "person_id", "kind" },
                unique: true);
        }
    }
}
