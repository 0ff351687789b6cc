using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Platform.Directory.Data.Migrations
{
    /// <inheritdoc />
    public partial class PhoneTries : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "phone_tries",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    of = table.Column<byte[]>(type: "bytea", nullable: false),
                    tries = table.Column<int>(type: "integer", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    open_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_phone_tries", x => new { x.tenant_id, x.of });
                });

            migrationBuilder.CreateIndex(
                name: "ix_phone_tries_tenant_id_at",
                table: "phone_tries",
                columns: new[] { "tenant_id", "at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "phone_tries");
        }
    }
}
