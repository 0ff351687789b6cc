using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Platform.Issues.Data.Migrations
{
    /// <inheritdoc />
    public partial class Hotline : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterColumn<Guid>(
                name: "integrator_id",
                table: "posted_requests",
                type: "uuid",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "uuid");

            migrationBuilder.AddColumn<DateOnly>(
                name: "clock_not_after",
                table: "issues",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "external_number",
                table: "issues",
                type: "character varying(60)",
                maxLength: 60,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "is_confidential",
                table: "issues",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateOnly>(
                name: "wanted_by",
                table: "issues",
                type: "date",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "import_rows",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    run_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    external_number = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    title = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    category = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    area_id = table.Column<Guid>(type: "uuid", nullable: true),
                    problems = table.Column<string>(type: "jsonb", nullable: false),
                    cells = table.Column<string>(type: "text", nullable: true),
                    issue_id = table.Column<Guid>(type: "uuid", nullable: true),
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_import_rows", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "import_runs",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    file_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    scope = table.Column<string[]>(type: "text[]", nullable: false),
                    uploaded_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    uploaded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    rows = table.Column<int>(type: "integer", nullable: false),
                    to_import = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    started_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    started_by_role = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    forgotten = table.Column<bool>(type: "boolean", nullable: false),
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_import_runs", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_issues_tenant_id_external_number",
                table: "issues",
                columns: new[] { "tenant_id", "external_number" },
                unique: true,
                filter: "external_number IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_import_rows_tenant_id_run_id_number",
                table: "import_rows",
                columns: new[] { "tenant_id", "run_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_import_rows_tenant_id_run_id_state_number",
                table: "import_rows",
                columns: new[] { "tenant_id", "run_id", "state", "number" });

            migrationBuilder.CreateIndex(
                name: "ix_import_runs_tenant_id_id",
                table: "import_runs",
                columns: new[] { "tenant_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_import_runs_tenant_id_state",
                table: "import_runs",
                columns: new[] { "tenant_id", "state" },
                filter: "NOT forgotten");

            // The words that are searched have the order's number among them now.
            migrationBuilder.Sql("DROP INDEX ix_issues_words");
            migrationBuilder.Sql(Searching.Index);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP INDEX ix_issues_words");
            migrationBuilder.Sql("CREATE INDEX ix_issues_words ON issues USING gin (tenant_id, bigrams(title || ' ' || text || ' ' || receipt_number))");

            migrationBuilder.DropTable(
                name: "import_rows");

            migrationBuilder.DropTable(
                name: "import_runs");

            migrationBuilder.DropIndex(
                name: "ix_issues_tenant_id_external_number",
                table: "issues");

            migrationBuilder.DropColumn(
                name: "clock_not_after",
                table: "issues");

            migrationBuilder.DropColumn(
                name: "external_number",
                table: "issues");

            migrationBuilder.DropColumn(
                name: "is_confidential",
                table: "issues");

            migrationBuilder.DropColumn(
                name: "wanted_by",
                table: "issues");

            migrationBuilder.AlterColumn<Guid>(
                name: "integrator_id",
                table: "posted_requests",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "uuid",
                oldNullable: true);
        }
    }
}
