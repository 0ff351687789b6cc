using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Platform.Issues.Data.Migrations
{
    /// <inheritdoc />
    public partial class WordsOfIssues : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_issues_tenant_id_area_path_id",
                table: "issues");

            migrationBuilder.DropIndex(
                name: "ix_issues_tenant_id_due_at_id",
                table: "issues");

            migrationBuilder.DropIndex(
                name: "ix_issues_tenant_id_id",
                table: "issues");

            migrationBuilder.CreateIndex(
                name: "ix_issues_tenant_id_area_path_id",
                table: "issues",
                columns: new[] { "tenant_id", "area_path", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_issues_tenant_id_due_at_id",
                table: "issues",
                columns: new[] { "tenant_id", "due_at", "id" },
                filter: "due_at IS NOT NULL")
                .Annotation("Npgsql:IndexInclude", new[] { "status", "area_path", "scale", "category", "channel", "handler_id", "submitted_at", "appeal_pending", "is_asked", "merged_into_id" });

            migrationBuilder.CreateIndex(
                name: "ix_issues_tenant_id_id",
                table: "issues",
                columns: new[] { "tenant_id", "id" })
                .Annotation("Npgsql:IndexInclude", new[] { "status", "area_path", "scale", "category", "channel", "handler_id", "submitted_at", "due_at", "appeal_pending", "is_asked", "merged_into_id" });

            migrationBuilder.CreateIndex(
                name: "ix_issues_tenant_id_appeal_pending_id",
                table: "issues",
                columns: new[] { "tenant_id", "appeal_pending", "id" },
                filter: "appeal_pending");

            migrationBuilder.CreateIndex(
                name: "ix_issues_tenant_id_submitted_at",
                table: "issues",
                columns: new[] { "tenant_id", "submitted_at" });

            migrationBuilder.Sql("CREATE EXTENSION IF NOT EXISTS btree_gin");
            migrationBuilder.Sql(Searching.Function);
            // As it was then; the hotline's numbers came into it later.
            migrationBuilder.Sql("CREATE INDEX ix_issues_words ON issues USING gin (tenant_id, bigrams(title || ' ' || text || ' ' || receipt_number))");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP FUNCTION IF EXISTS seek.issues; DROP INDEX ix_issues_words; DROP FUNCTION bigrams");

            migrationBuilder.DropIndex(
                name: "ix_issues_tenant_id_appeal_pending_id",
                table: "issues");

            migrationBuilder.DropIndex(
                name: "ix_issues_tenant_id_submitted_at",
                table: "issues");

            migrationBuilder.DropIndex(
                name: "ix_issues_tenant_id_area_path_id",
                table: "issues");

            migrationBuilder.DropIndex(
                name: "ix_issues_tenant_id_due_at_id",
                table: "issues");

            migrationBuilder.DropIndex(
                name: "ix_issues_tenant_id_id",
                table: "issues");

            migrationBuilder.CreateIndex(
                name: "ix_issues_tenant_id_area_path_id",
                table: "issues",
                columns: new[] { "tenant_id", "area_path", "id" })
                .Annotation("Npgsql:IndexOperators", new[] { "uuid_ops", "text_pattern_ops", "uuid_ops" });

            migrationBuilder.CreateIndex(
                name: "ix_issues_tenant_id_due_at_id",
                table: "issues",
                columns: new[] { "tenant_id", "due_at", "id" },
                filter: "due_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_issues_tenant_id_id",
                table: "issues",
                columns: new[] { "tenant_id", "id" });
        }
    }
}
