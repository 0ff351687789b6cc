using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Platform.Meetings.Data.Migrations
{
    /// <inheritdoc />
    public partial class Room : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_resolutions_tenant_id_id",
                table: "resolutions");

            migrationBuilder.AddColumn<string>(
                name: "way",
                table: "roll_entries",
                type: "character varying(30)",
                maxLength: 30,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "review_on",
                table: "resolutions",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "review_words",
                table: "resolutions",
                type: "character varying(1000)",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "reviewed_at",
                table: "resolutions",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "state",
                table: "minutes",
                type: "character varying(30)",
                maxLength: 30,
                nullable: false,
                defaultValue: "Draft");

            migrationBuilder.AddColumn<List<Guid>>(
                name: "writers",
                table: "minutes",
                type: "uuid[]",
                nullable: false,
                defaultValueSql: "'{}'");

            migrationBuilder.AddColumn<Guid>(
                name: "chair_id",
                table: "meetings",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "chair_name",
                table: "meetings",
                type: "character varying(50)",
                maxLength: 50,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "link",
                table: "meetings",
                type: "character varying(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "mode",
                table: "meetings",
                type: "character varying(30)",
                maxLength: 30,
                nullable: false,
                defaultValue: "InPerson");

            migrationBuilder.AddColumn<Guid>(
                name: "recorder_id",
                table: "meetings",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "recorder_name",
                table: "meetings",
                type: "character varying(50)",
                maxLength: 50,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "rests_until",
                table: "inbox_issues",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "until",
                table: "agenda_items",
                type: "date",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "breaches",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    meeting_id = table.Column<Guid>(type: "uuid", nullable: false),
                    body_id = table.Column<Guid>(type: "uuid", nullable: false),
                    area_id = table.Column<Guid>(type: "uuid", nullable: false),
                    rule_set_id = table.Column<Guid>(type: "uuid", nullable: true),
                    rule = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    needed = table.Column<int>(type: "integer", nullable: false),
                    given = table.Column<int>(type: "integer", nullable: false),
                    seat = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    waiver = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_breaches", x => x.id);
                    table.ForeignKey(
                        name: "fk_breaches_meetings_meeting_id",
                        column: x => x.meeting_id,
                        principalTable: "meetings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "guests",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    meeting_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    from = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_guests", x => x.id);
                    table.ForeignKey(
                        name: "fk_guests_meetings_meeting_id",
                        column: x => x.meeting_id,
                        principalTable: "meetings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "minutes_steps",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    minutes_id = table.Column<Guid>(type: "uuid", nullable: false),
                    to = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: false),
                    words = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_minutes_steps", x => x.id);
                    table.ForeignKey(
                        name: "fk_minutes_steps_minutes_minutes_id",
                        column: x => x.minutes_id,
                        principalTable: "minutes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "points",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    meeting_id = table.Column<Guid>(type: "uuid", nullable: false),
                    item_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    speaker = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    stance = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    what = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    struck = table.Column<bool>(type: "boolean", nullable: false),
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_points", x => x.id);
                    table.ForeignKey(
                        name: "fk_points_meetings_meeting_id",
                        column: x => x.meeting_id,
                        principalTable: "meetings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "speakers_lists",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    changes = table.Column<int>(type: "integer", nullable: false),
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_speakers_lists", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "speaking_turns",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    list_id = table.Column<Guid>(type: "uuid", nullable: false),
                    item_id = table.Column<Guid>(type: "uuid", nullable: true),
                    person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    name = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    state = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    began_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_speaking_turns", x => x.id);
                    table.ForeignKey(
                        name: "fk_speaking_turns_speakers_lists_list_id",
                        column: x => x.list_id,
                        principalTable: "speakers_lists",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_resolutions_tenant_id_review_on",
                table: "resolutions",
                columns: new[] { "tenant_id", "review_on" },
                filter: "review_on IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_breaches_meeting_id",
                table: "breaches",
                column: "meeting_id");

            migrationBuilder.CreateIndex(
                name: "ix_breaches_tenant_id_at_id",
                table: "breaches",
                columns: new[] { "tenant_id", "at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_guests_meeting_id",
                table: "guests",
                column: "meeting_id");

            migrationBuilder.CreateIndex(
                name: "ix_guests_tenant_id_id",
                table: "guests",
                columns: new[] { "tenant_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_minutes_steps_minutes_id",
                table: "minutes_steps",
                column: "minutes_id");

            migrationBuilder.CreateIndex(
                name: "ix_minutes_steps_tenant_id_id",
                table: "minutes_steps",
                columns: new[] { "tenant_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_points_meeting_id_item_id",
                table: "points",
                columns: new[] { "meeting_id", "item_id" });

            migrationBuilder.CreateIndex(
                name: "ix_points_tenant_id_person_id",
                table: "points",
                columns: new[] { "tenant_id", "person_id" });

            migrationBuilder.CreateIndex(
                name: "ix_speakers_lists_tenant_id_id",
                table: "speakers_lists",
                columns: new[] { "tenant_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_speaking_turns_list_id_asked_at",
                table: "speaking_turns",
                columns: new[] { "list_id", "asked_at" });

            migrationBuilder.CreateIndex(
                name: "ix_speaking_turns_tenant_id_person_id",
                table: "speaking_turns",
                columns: new[] { "tenant_id", "person_id" });

            // Minutes that were on the board before there was an approval; row-level security would hide them from their owner too.
            migrationBuilder.Sql("ALTER TABLE minutes NO FORCE ROW LEVEL SECURITY");
            migrationBuilder.Sql("UPDATE minutes SET state = 'Published' WHERE published_at IS NOT NULL");
            migrationBuilder.Sql("ALTER TABLE minutes FORCE ROW LEVEL SECURITY");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "breaches");

            migrationBuilder.DropTable(
                name: "guests");

            migrationBuilder.DropTable(
                name: "minutes_steps");

            migrationBuilder.DropTable(
                name: "points");

            migrationBuilder.DropTable(
                name: "speaking_turns");

            migrationBuilder.DropTable(
                name: "speakers_lists");

            migrationBuilder.DropIndex(
                name: "ix_resolutions_tenant_id_review_on",
                table: "resolutions");

            migrationBuilder.DropColumn(
                name: "way",
                table: "roll_entries");

            migrationBuilder.DropColumn(
                name: "review_on",
                table: "resolutions");

            migrationBuilder.DropColumn(
                name: "review_words",
                table: "resolutions");

            migrationBuilder.DropColumn(
                name: "reviewed_at",
                table: "resolutions");

            migrationBuilder.DropColumn(
                name: "state",
                table: "minutes");

            migrationBuilder.DropColumn(
                name: "writers",
                table: "minutes");

            migrationBuilder.DropColumn(
                name: "chair_id",
                table: "meetings");

            migrationBuilder.DropColumn(
                name: "chair_name",
                table: "meetings");

            migrationBuilder.DropColumn(
                name: "link",
                table: "meetings");

            migrationBuilder.DropColumn(
                name: "mode",
                table: "meetings");

            migrationBuilder.DropColumn(
                name: "recorder_id",
                table: "meetings");

            migrationBuilder.DropColumn(
                name: "recorder_name",
                table: "meetings");

            migrationBuilder.DropColumn(
                name: "rests_until",
                table: "inbox_issues");

            migrationBuilder.DropColumn(
                name: "until",
                table: "agenda_items");

            migrationBuilder.CreateIndex(
                name: "ix_resolutions_tenant_id_id",
                table: "resolutions",
                columns: new[] { "tenant_id", "id" });
        }
    }
}
