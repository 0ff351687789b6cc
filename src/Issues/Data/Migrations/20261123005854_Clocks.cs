using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Platform.Issues.Data.Migrations
{
    /// <inheritdoc />
    public partial class Clocks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "asking_asked_at",
                table: "issues",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "asking_asked_by_id",
                table: "issues",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "asking_asked_by_role",
                table: "issues",
                type: "character varying(20)",
                maxLength: 20,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "asking_days",
                table: "issues",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "asking_kind",
                table: "issues",
                type: "character varying(20)",
                maxLength: 20,
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "asking_until",
                table: "issues",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "asking_whose",
                table: "issues",
                type: "character varying(100)",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "asking_words",
                table: "issues",
                type: "character varying(1000)",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "class",
                table: "issues",
                type: "character varying(20)",
                maxLength: 20,
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "clock_amber_at",
                table: "issues",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "clock_days",
                table: "issues",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "clock_due",
                table: "issues",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "clock_due_at",
                table: "issues",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "clock_ended_at",
                table: "issues",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "clock_extended",
                table: "issues",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "clock_kind",
                table: "issues",
                type: "character varying(20)",
                maxLength: 20,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "clock_on",
                table: "issues",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "clock_overdue_at",
                table: "issues",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "clock_started_at",
                table: "issues",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset[]>(
                name: "clock_turns",
                table: "issues",
                type: "timestamp with time zone[]",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "due_at",
                table: "issues",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "ever_overdue",
                table: "issues",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "is_asked",
                table: "issues",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "suspended_until",
                table: "issues",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "calendar_years",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    days_off = table.Column<DateOnly[]>(type: "date[]", nullable: false),
                    make_up_days = table.Column<DateOnly[]>(type: "date[]", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_calendar_years", x => new { x.tenant_id, x.year });
                });

            migrationBuilder.CreateIndex(
                name: "ix_issues_tenant_id_due_at_id",
                table: "issues",
                columns: new[] { "tenant_id", "due_at", "id" },
                filter: "due_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_issues_tenant_id_is_asked_id",
                table: "issues",
                columns: new[] { "tenant_id", "is_asked", "id" },
                filter: "is_asked");

            migrationBuilder.CreateIndex(
                name: "ix_issues_tenant_id_suspended_until",
                table: "issues",
                columns: new[] { "tenant_id", "suspended_until" },
                filter: "suspended_until IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "calendar_years");

            migrationBuilder.DropIndex(
                name: "ix_issues_tenant_id_due_at_id",
                table: "issues");

            migrationBuilder.DropIndex(
                name: "ix_issues_tenant_id_is_asked_id",
                table: "issues");

            migrationBuilder.DropIndex(
                name: "ix_issues_tenant_id_suspended_until",
                table: "issues");

            migrationBuilder.DropColumn(
                name: "asking_asked_at",
                table: "issues");

            migrationBuilder.DropColumn(
                name: "asking_asked_by_id",
                table: "issues");

            migrationBuilder.DropColumn(
                name: "asking_asked_by_role",
                table: "issues");

            migrationBuilder.DropColumn(
                name: "asking_days",
                table: "issues");

            migrationBuilder.DropColumn(
                name: "asking_kind",
                table: "issues");

            migrationBuilder.DropColumn(
                name: "asking_until",
                table: "issues");

            migrationBuilder.DropColumn(
                name: "asking_whose",
                table: "issues");

            migrationBuilder.DropColumn(
                name: "asking_words",
                table: "issues");

            migrationBuilder.DropColumn(
                name: "class",
                table: "issues");

            migrationBuilder.DropColumn(
                name: "clock_amber_at",
                table: "issues");

            migrationBuilder.DropColumn(
                name: "clock_days",
                table: "issues");

            migrationBuilder.DropColumn(
                name: "clock_due",
                table: "issues");

            migrationBuilder.DropColumn(
                name: "clock_due_at",
                table: "issues");

            migrationBuilder.DropColumn(
                name: "clock_ended_at",
                table: "issues");

            migrationBuilder.DropColumn(
                name: "clock_extended",
                table: "issues");

            migrationBuilder.DropColumn(
                name: "clock_kind",
                table: "issues");

            migrationBuilder.DropColumn(
                name: "clock_on",
                table: "issues");

            migrationBuilder.DropColumn(
                name: "clock_overdue_at",
                table: "issues");

            migrationBuilder.DropColumn(
                name: "clock_started_at",
                table: "issues");

            migrationBuilder.DropColumn(
                name: "clock_turns",
                table: "issues");

            migrationBuilder.DropColumn(
                name: "due_at",
                table: "issues");

            migrationBuilder.DropColumn(
                name: "ever_overdue",
                table: "issues");

            migrationBuilder.DropColumn(
                name: "is_asked",
                table: "issues");

            migrationBuilder.DropColumn(
                name: "suspended_until",
                table: "issues");
        }
    }
}
