using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Platform.Issues.Data.Migrations
{
    /// <inheritdoc />
    public partial class Entries : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterColumn<Guid>(
                name: "author_id",
                table: "issues",
                type: "uuid",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "uuid");

            migrationBuilder.AddColumn<Guid>(
                name: "entered_by_id",
                table: "issues",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "entry",
                table: "issues",
                type: "character varying(20)",
                maxLength: 20,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "raised_on",
                table: "issues",
                type: "date",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_issues_tenant_id_channel_raised_on_id",
                table: "issues",
                columns: new[] { "tenant_id", "channel", "raised_on", "id" },
                filter: "raised_on IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_issues_tenant_id_entry_id",
                table: "issues",
                columns: new[] { "tenant_id", "entry", "id" },
                filter: "entry IN ('Unconfirmed', 'Disowned')");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_issues_tenant_id_channel_raised_on_id",
                table: "issues");

            migrationBuilder.DropIndex(
                name: "ix_issues_tenant_id_entry_id",
                table: "issues");

            migrationBuilder.DropColumn(
                name: "entered_by_id",
                table: "issues");

            migrationBuilder.DropColumn(
                name: "entry",
                table: "issues");

            migrationBuilder.DropColumn(
                name: "raised_on",
                table: "issues");

            migrationBuilder.AlterColumn<Guid>(
                name: "author_id",
                table: "issues",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "uuid",
                oldNullable: true);
        }
    }
}
