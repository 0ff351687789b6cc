using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Platform.Issues.Data.Migrations
{
    /// <inheritdoc />
    public partial class OpenByArea : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "ix_issues_tenant_id_status_area_path",
                table: "issues",
                columns: new[] { "tenant_id", "status", "area_path" })
                .Annotation("Npgsql:IndexInclude", new[] { "due_at", "category" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_issues_tenant_id_status_area_path",
                table: "issues");
        }
    }
}
