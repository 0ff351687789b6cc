using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Platform.Insights.Data.Migrations
{
    /// <inheritdoc />
    public partial class HandlersAndTriage : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "differed",
                table: "issue_records",
                type: "boolean",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "escalated",
                table: "issue_records",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<Guid>(
                name: "handler_id",
                table: "issue_records",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "scale",
                table: "issue_records",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "triaged_at",
                table: "issue_records",
                type: "timestamp with time zone",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "differed",
                table: "issue_records");

            migrationBuilder.DropColumn(
                name: "escalated",
                table: "issue_records");

            migrationBuilder.DropColumn(
                name: "handler_id",
                table: "issue_records");

            migrationBuilder.DropColumn(
                name: "scale",
                table: "issue_records");

            migrationBuilder.DropColumn(
                name: "triaged_at",
                table: "issue_records");
        }
    }
}
