using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Platform.Issues.Data.Migrations
{
    /// <inheritdoc />
    public partial class Dispatches : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "departments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    name_en = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    is_retired = table.Column<bool>(type: "boolean", nullable: false),
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_departments", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "internal_notes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    issue_id = table.Column<Guid>(type: "uuid", nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    by_role = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    text = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_internal_notes", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "issue_dispatches",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    issue_id = table.Column<Guid>(type: "uuid", nullable: false),
                    department = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    department_name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    words = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    dispatched_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    dispatched_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    signed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    handled_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    handled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    handling = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    sent_back = table.Column<int>(type: "integer", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    end_words = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    whose = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_issue_dispatches", x => x.id);
                    table.ForeignKey(
                        name: "fk_issue_dispatches_issues_issue_id",
                        column: x => x.issue_id,
                        principalTable: "issues",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "mediations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    issue_id = table.Column<Guid>(type: "uuid", nullable: false),
                    area_id = table.Column<Guid>(type: "uuid", nullable: false),
                    matter = table.Column<string>(type: "text", nullable: false),
                    mediator_id = table.Column<Guid>(type: "uuid", nullable: false),
                    opened_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    opened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    outcome = table.Column<string>(type: "text", nullable: true),
                    met = table.Column<int>(type: "integer", nullable: false),
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mediations", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "mediation_sessions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    mediation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    record = table.Column<string>(type: "text", nullable: false),
                    recorded_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mediation_sessions", x => x.id);
                    table.ForeignKey(
                        name: "fk_mediation_sessions_mediations_mediation_id",
                        column: x => x.mediation_id,
                        principalTable: "mediations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_departments_tenant_id_code",
                table: "departments",
                columns: new[] { "tenant_id", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_internal_notes_tenant_id_issue_id_id",
                table: "internal_notes",
                columns: new[] { "tenant_id", "issue_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_issue_dispatches_issue_id",
                table: "issue_dispatches",
                column: "issue_id");

            migrationBuilder.CreateIndex(
                name: "ix_issue_dispatches_tenant_id_department_id",
                table: "issue_dispatches",
                columns: new[] { "tenant_id", "department", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_issue_dispatches_tenant_id_dispatched_at",
                table: "issue_dispatches",
                columns: new[] { "tenant_id", "dispatched_at" })
                .Annotation("Npgsql:IndexInclude", new[] { "issue_id", "department", "state", "due_at", "handled_at" });

            migrationBuilder.CreateIndex(
                name: "ix_issue_dispatches_tenant_id_id",
                table: "issue_dispatches",
                columns: new[] { "tenant_id", "id" })
                .Annotation("Npgsql:IndexInclude", new[] { "issue_id", "department", "state", "dispatched_at", "due_at", "handled_at" });

            migrationBuilder.CreateIndex(
                name: "ix_issue_dispatches_tenant_id_issue_id",
                table: "issue_dispatches",
                columns: new[] { "tenant_id", "issue_id" });

            migrationBuilder.CreateIndex(
                name: "ix_issue_dispatches_tenant_id_state_id",
                table: "issue_dispatches",
                columns: new[] { "tenant_id", "state", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_mediation_sessions_mediation_id",
                table: "mediation_sessions",
                column: "mediation_id");

            migrationBuilder.CreateIndex(
                name: "ix_mediation_sessions_tenant_id_mediation_id",
                table: "mediation_sessions",
                columns: new[] { "tenant_id", "mediation_id" });

            migrationBuilder.CreateIndex(
                name: "ix_mediations_open",
                table: "mediations",
                columns: new[] { "tenant_id", "issue_id" },
                unique: true,
                filter: "state IN ('Opened', 'Mediating')");

            migrationBuilder.CreateIndex(
                name: "ix_mediations_tenant_id_area_id_opened_at",
                table: "mediations",
                columns: new[] { "tenant_id", "area_id", "opened_at" });

            migrationBuilder.CreateIndex(
                name: "ix_mediations_tenant_id_ended_at",
                table: "mediations",
                columns: new[] { "tenant_id", "ended_at" },
                filter: "ended_at IS NOT NULL")
                .Annotation("Npgsql:IndexInclude", new[] { "state", "area_id", "issue_id" });

            migrationBuilder.CreateIndex(
                name: "ix_mediations_tenant_id_issue_id_id",
                table: "mediations",
                columns: new[] { "tenant_id", "issue_id", "id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "departments");

            migrationBuilder.DropTable(
                name: "internal_notes");

            migrationBuilder.DropTable(
                name: "issue_dispatches");

            migrationBuilder.DropTable(
                name: "mediation_sessions");

            migrationBuilder.DropTable(
                name: "mediations");
        }
    }
}
