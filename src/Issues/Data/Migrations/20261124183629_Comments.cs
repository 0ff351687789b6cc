using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Platform.Issues.Data.Migrations
{
    /// <inheritdoc />
    public partial class Comments : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "released_at",
                table: "photos",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "released_by_id",
                table: "photos",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "comment_reports",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    comment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_comment_reports", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "comment_rules",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    shown_at_once = table.Column<bool>(type: "boolean", nullable: false),
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_comment_rules", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "comments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    issue_id = table.Column<Guid>(type: "uuid", nullable: false),
                    receipt_number = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    author_id = table.Column<Guid>(type: "uuid", nullable: false),
                    by_role = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    hide_name = table.Column<bool>(type: "boolean", nullable: false),
                    text = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    decided_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    reports = table.Column<int>(type: "integer", nullable: false),
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_comments", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_endorsements_tenant_id_person_id",
                table: "endorsements",
                columns: new[] { "tenant_id", "person_id" });

            migrationBuilder.CreateIndex(
                name: "ix_comment_reports_tenant_id_comment_id_person_id",
                table: "comment_reports",
                columns: new[] { "tenant_id", "comment_id", "person_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_comment_rules_tenant_id",
                table: "comment_rules",
                column: "tenant_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_comments_tenant_id_author_id_id",
                table: "comments",
                columns: new[] { "tenant_id", "author_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_comments_tenant_id_id",
                table: "comments",
                columns: new[] { "tenant_id", "id" },
                filter: "reports > 0");

            migrationBuilder.CreateIndex(
                name: "ix_comments_tenant_id_issue_id_id",
                table: "comments",
                columns: new[] { "tenant_id", "issue_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_comments_tenant_id_state_id",
                table: "comments",
                columns: new[] { "tenant_id", "state", "id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "comment_reports");

            migrationBuilder.DropTable(
                name: "comment_rules");

            migrationBuilder.DropTable(
                name: "comments");

            migrationBuilder.DropIndex(
                name: "ix_endorsements_tenant_id_person_id",
                table: "endorsements");

            migrationBuilder.DropColumn(
                name: "released_at",
                table: "photos");

            migrationBuilder.DropColumn(
                name: "released_by_id",
                table: "photos");
        }
    }
}
