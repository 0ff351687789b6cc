using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Platform.Issues.Data.Migrations
{
    /// <inheritdoc />
    public partial class RulesAndOpen311 : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_issues_tenant_id_submitted_at",
                table: "issues");

            migrationBuilder.CreateTable(
                name: "category_questions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    category_id = table.Column<Guid>(type: "uuid", nullable: false),
                    questions = table.Column<string>(type: "jsonb", nullable: false),
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_category_questions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "posted_requests",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    issue_id = table.Column<Guid>(type: "uuid", nullable: false),
                    integrator_id = table.Column<Guid>(type: "uuid", nullable: false),
                    latitude = table.Column<double>(type: "double precision", nullable: true),
                    longitude = table.Column<double>(type: "double precision", nullable: true),
                    address = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    media_url = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    contact = table.Column<string>(type: "text", nullable: true),
                    answers = table.Column<string>(type: "jsonb", nullable: false),
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_posted_requests", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "triage_decisions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    issue_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    rule_version = table.Column<int>(type: "integer", nullable: false),
                    rule = table.Column<int>(type: "integer", nullable: false),
                    rule_name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    rule_name_en = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    proposed_scale = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    proposed_class = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    scale = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    @class = table.Column<string>(name: "class", type: "character varying(20)", maxLength: 20, nullable: false),
                    fast_lane = table.Column<bool>(type: "boolean", nullable: false),
                    reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    facts_category = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    facts_cost = table.Column<int>(type: "integer", nullable: true),
                    facts_departments = table.Column<int>(type: "integer", nullable: true),
                    facts_households = table.Column<int>(type: "integer", nullable: true),
                    facts_parent_category = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    facts_raised_before = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    facts_submitted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_triage_decisions", x => x.id);
                    table.ForeignKey(
                        name: "fk_triage_decisions_issues_issue_id",
                        column: x => x.issue_id,
                        principalTable: "issues",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "triage_rule_sets",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    rules = table.Column<string>(type: "jsonb", nullable: false),
                    otherwise = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    otherwise_class = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    why = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    published_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_triage_rule_sets", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_issues_tenant_id_changed_at_id",
                table: "issues",
                columns: new[] { "tenant_id", "changed_at", "id" })
                .Annotation("Npgsql:IndexInclude", new[] { "status", "category", "submitted_at" });

            migrationBuilder.CreateIndex(
                name: "ix_issues_tenant_id_submitted_at_id",
                table: "issues",
                columns: new[] { "tenant_id", "submitted_at", "id" })
                .Annotation("Npgsql:IndexInclude", new[] { "status", "category" });

            migrationBuilder.CreateIndex(
                name: "ix_category_questions_tenant_id_category_id",
                table: "category_questions",
                columns: new[] { "tenant_id", "category_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_posted_requests_tenant_id_issue_id",
                table: "posted_requests",
                columns: new[] { "tenant_id", "issue_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_triage_decisions_issue_id",
                table: "triage_decisions",
                column: "issue_id");

            migrationBuilder.CreateIndex(
                name: "ix_triage_decisions_tenant_id_id",
                table: "triage_decisions",
                columns: new[] { "tenant_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_triage_decisions_tenant_id_issue_id",
                table: "triage_decisions",
                columns: new[] { "tenant_id", "issue_id" });

            migrationBuilder.CreateIndex(
                name: "ix_triage_rule_sets_tenant_id_version",
                table: "triage_rule_sets",
                columns: new[] { "tenant_id", "version" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "category_questions");

            migrationBuilder.DropTable(
                name: "posted_requests");

            migrationBuilder.DropTable(
                name: "triage_decisions");

            migrationBuilder.DropTable(
                name: "triage_rule_sets");

            migrationBuilder.DropIndex(
                name: "ix_issues_tenant_id_changed_at_id",
                table: "issues");

            migrationBuilder.DropIndex(
                name: "ix_issues_tenant_id_submitted_at_id",
                table: "issues");

            migrationBuilder.CreateIndex(
                name: "ix_issues_tenant_id_submitted_at",
                table: "issues",
                columns: new[] { "tenant_id", "submitted_at" });
        }
    }
}
