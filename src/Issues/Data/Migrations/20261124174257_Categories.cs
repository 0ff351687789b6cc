using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Platform.Issues.Data.Migrations
{
    /// <inheritdoc />
    public partial class Categories : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "is_retired",
                table: "categories",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "parent_code",
                table: "categories",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "version",
                table: "categories",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateIndex(
                name: "ix_issues_tenant_id_category_id",
                table: "issues",
                columns: new[] { "tenant_id", "category", "id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_issues_tenant_id_category_id",
                table: "issues");

            migrationBuilder.DropColumn(
                name: "is_retired",
                table: "categories");

            migrationBuilder.DropColumn(
                name: "parent_code",
                table: "categories");

            migrationBuilder.DropColumn(
                name: "version",
                table: "categories");
        }
    }
}
