using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Platform.Web.Clients;
using Platform.Web.Clients.Directory;
using Platform.Web.Clients.Meetings;
using Platform.Web.Kit;

namespace Platform.Web.Console.Room;

/// <summary>What a sheet of minutes says, on the page and in its PDF alike.</summary>
/// <param name="Resolutions">In the order of the agenda.</param>
public sealed record MinutesPaper(GetMeetingView Meeting, ReadMinutesView Minutes, IReadOnlyList<GetResolutionView> Resolutions)
{
    public static async Task<MinutesPaper> Of(MeetingsClient meetings, Guid id)
    {
        var meeting = await meetings.GetMeetingAsync(id);
        var minutes = await meetings.ReadMinutesAsync(id);
        var resolutions = await Task.WhenAll(meeting.Items.Select(x => x.ResolutionId).OfType<Guid>().Select(x => meetings.GetResolutionAsync(x)));
        return new MinutesPaper(meeting, minutes, resolutions);
    }
}

/// <summary>A meeting's notice as it hangs at the door.</summary>
/// <param name="Address">Its public page, for the code.</param>
public sealed record NoticePaper(string Street, GetPublicMeetingView Meeting, string Address)
{
    public static async Task<NoticePaper> Of(MeetingsClient meetings, DirectoryClient directory, Microsoft.Extensions.Configuration.IConfiguration configuration, Guid id)
    {
        var me = await directory.ShowMeAsync();
        var address = new Uri(new Uri(configuration["Platform:WebAddress"] ?? "http://localhost:8080"), $"/{me.StreetCode}/meetings/{id}");
        return new NoticePaper(me.StreetName, await meetings.GetPublicMeetingAsync(me.StreetCode, id), address.AbsoluteUri);
    }
}

/// <summary>A meeting's papers as files, and where its minutes are kept while they are typed.</summary>
public static class MeetingPapers
{
    public static void MapMeetingPapers(this IEndpointRouteBuilder app)
    {
        app.MapGet("/console/meetings/{id:guid}/minutes.pdf", async (Guid id, MeetingsClient meetings, PagePdf pdf, CancellationToken ct) =>
            await pdf.Of<MinutesSheet>(new() { [nameof(MinutesSheet.Paper)] = await MinutesPaper.Of(meetings, id) }, $"minutes-{id:n}.pdf", ct)).RequireAuthorization();
        app.MapGet("/console/meetings/{id:guid}/notice.pdf", async (Guid id, MeetingsClient meetings, DirectoryClient directory, Microsoft.Extensions.Configuration.IConfiguration configuration, PagePdf pdf, CancellationToken ct) =>
            await pdf.Of<NoticeSheet>(new() { [nameof(NoticeSheet.Paper)] = await NoticePaper.Of(meetings, directory, configuration, id) }, $"notice-{id:n}.pdf", ct)).RequireAuthorization();
        app.MapPost("/console/meetings/{id:guid}/minutes/keep", Keep).RequireAuthorization();
    }

    /// <returns>The version that they have now; 412 where somebody else wrote meanwhile, 503 where nobody answers: the script says which.</returns>
    private static async Task<IResult> Keep(Guid id, [FromForm(Name = "Text")] string? text, [FromForm(Name = "Version")] int version, MeetingsClient meetings)
    {
        try
        {
            meetings.IfMatch = version;
            await meetings.WriteMinutesAsync(id, new WriteMinutesRequest(text));
            return Results.Text((await meetings.ReadMinutesAsync(id)).Version.ToString(CultureInfo.InvariantCulture));
        }
        catch (ApiException said) when (said.StatusCode is StatusCodes.Status412PreconditionFailed or StatusCodes.Status409Conflict)
        {
            return Results.StatusCode(StatusCodes.Status412PreconditionFailed);
        }
    }
}
