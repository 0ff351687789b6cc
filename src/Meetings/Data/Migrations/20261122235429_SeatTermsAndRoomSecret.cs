using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Platform.Meetings.Data.Migrations
{
    /// <inheritdoc />
    public partial class SeatTermsAndRoomSecret : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "check_in_code",
                table: "meetings");

            migrationBuilder.AddColumn<DateOnly>(
                name: "from",
                table: "seats",
                type: "date",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.AddColumn<DateOnly>(
                name: "to",
                table: "seats",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "room_secret",
                table: "meetings",
                type: "bytea",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "from",
                table: "seats");

            migrationBuilder.DropColumn(
                name: "to",
                table: "seats");

            migrationBuilder.DropColumn(
                name: "room_secret",
                table: "meetings");

            migrationBuilder.AddColumn<string>(
                name: "check_in_code",
                table: "meetings",
                type: "character varying(6)",
                maxLength: 6,
                nullable: true);
        }
    }
}
