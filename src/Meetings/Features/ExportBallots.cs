using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel.Http;
using Platform.Kernel.Places;
using Platform.Kernel.Refusals;
using Platform.Kernel.Tenancy;
using Platform.Meetings.Data;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Features;

/// <summary>
/// The ballots of a vote as an Excel file, for whoever wants to count them elsewhere: of an open vote with names, of owners with units and area,
/// of a secret one that is closed without anybody. Reading names is put on record.
/// </summary>
public static class ExportBallots
{
    private enum Column { Name, SeatClass, Units, Area, Choice, Ranking, Way, At, Mark }

    public static async Task<FileContentHttpResult> Handle(
        Guid id, Guid voteId, MeetingsDb db, Caller caller, RefusalTexts words, CancellationToken ct)
    {
        var meeting = await db.Meeting(id, ct);
        var area = await db.Area(meeting.AreaId, ct);
        caller.Demand(area.Path, Rights.Readers);
        var vote = meeting.Vote(voteId);
        var zone = (await db.Street(ct)).Zone;
        string Moment(DateTimeOffset? at) => at is { } some ? Spreadsheets.Moment(some, zone) : "";
        string Ranked(IReadOnlyList<int> ranking) => string.Join(" > ", ranking.Select(x => vote.Options.Single(o => o.Number == x).Text));

        var rows = vote switch
        {
            { Method: VoteMethod.Owners } => await OfOwners(),
            { Secret: true } => (await db.CountedBallots.AsNoTracking().Where(x => x.VoteId == voteId).OrderBy(x => x.Id).ToListAsync(ct)).Select(x => Row(
                (Column.Choice, words.Word(x.Choice)), (Column.Ranking, Ranked(x.Ranking)), (Column.Mark, x.ReceiptHash is { } hash ? Convert.ToHexStringLower(hash) : ""))),
            _ => OfTheRoom(await db.LastBallots(vote, ct)),
        };
        var sheet = await Workbook.Of(rows.ToList(), ct);
        await db.OnRecord("Vote.Ballots", voteId, ct);
        return TypedResults.File(sheet, Spreadsheets.MediaType, "ballots.xlsx");

        async Task<IEnumerable<Dictionary<string, object?>>> OfOwners()
        {
            var (names, last) = (caller.Holds(area.Path, Rights.Keepers), (await db.LastBallots(vote, ct)).ToDictionary(x => x.VoterId));
            var owners = await db.Owners.Include(x => x.Units).AsNoTracking().Where(x => x.RegisterId == vote.RegisterId).OrderBy(x => x.Place).ThenBy(x => x.Id).ToListAsync(ct);
            return owners.Select(x => ListVotingOwners.ViewOf(x, last.GetValueOrDefault(x.Id), names)).Select(x => Row(
                (Column.Units, string.Join(", ", x.Units)), (Column.Name, x.Names), (Column.Area, x.Area / 100m), (Column.Choice, x.Choice is { } choice ? words.Word(choice) : ""),
                (Column.Way, x.Way is { } way ? words.Word(way) : ""), (Column.At, Moment(x.At))));
        }

        IEnumerable<Dictionary<string, object?>> OfTheRoom(List<Ballot> ballots)
        {
            var roll = meeting.Roll.ToDictionary(x => x.PersonId);
            return ballots.OrderBy(x => roll[x.VoterId].Class).ThenBy(x => x.VoterId).Select(x => Row(
                (Column.Name, roll[x.VoterId].Name), (Column.SeatClass, words.Word(roll[x.VoterId].Class)), (Column.Choice, words.Word(x.Choice)), (Column.Ranking, Ranked(x.Ranking)),
                (Column.Way, words.Word(x.Way)), (Column.At, Moment(x.At))));
        }
    }

    private static Dictionary<string, object?> Row(params (Column Column, object? Value)[] cells) =>
        cells.ToDictionary(x => OwnerSheet.Word($"BallotColumn.{x.Column}"), x => x.Value is string text ? Spreadsheets.Plain(text) : x.Value);
}
