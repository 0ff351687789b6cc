using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Platform.Meetings.Data.Migrations
{
    /// <inheritdoc />
    public partial class RuleParameters : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "rules_fallback_vote",
                table: "rule_sets",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "rules_floor",
                table: "rule_sets",
                type: "character varying(30)",
                maxLength: 30,
                nullable: false,
                defaultValue: "Seated");

            migrationBuilder.AddColumn<bool>(
                name: "rules_minutes_approved",
                table: "rule_sets",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "rules_recusal",
                table: "rule_sets",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "rules_secret_ballot",
                table: "rule_sets",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "rules_speaking_seconds",
                table: "rule_sets",
                type: "integer",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "rules_fallback_vote",
                table: "rule_sets");

            migrationBuilder.DropColumn(
                name: "rules_floor",
                table: "rule_sets");

            migrationBuilder.DropColumn(
                name: "rules_minutes_approved",
                table: "rule_sets");

            migrationBuilder.DropColumn(
                name: "rules_recusal",
                table: "rule_sets");

            migrationBuilder.DropColumn(
                name: "rules_secret_ballot",
                table: "rule_sets");

            migrationBuilder.DropColumn(
                name: "rules_speaking_seconds",
                table: "rule_sets");
        }
    }
}
