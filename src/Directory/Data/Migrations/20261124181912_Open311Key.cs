using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Platform.Directory.Data.Migrations
{
    /// <inheritdoc />
    public partial class Open311Key : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_integrators_tenant_id_id",
                table: "integrators");

            migrationBuilder.AddColumn<byte[]>(
                name: "key_hash",
                table: "integrators",
                type: "bytea",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_integrators_tenant_id_key_hash",
                table: "integrators",
                columns: new[] { "tenant_id", "key_hash" },
                unique: true,
                filter: "key_hash IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_integrators_tenant_id_key_hash",
                table: "integrators");

            migrationBuilder.DropColumn(
                name: "key_hash",
                table: "integrators");

            migrationBuilder.CreateIndex(
                name: "ix_integrators_tenant_id_id",
                table: "integrators",
                columns: new[] { "tenant_id", "id" });
        }
    }
}
