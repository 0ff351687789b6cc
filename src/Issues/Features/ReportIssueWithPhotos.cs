using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Platform.Issues.Data;
using Platform.Issues.Domain;
using Platform.Issues.Photos;
using Platform.Kernel.Attachments;
using Platform.Kernel.Http;
using Platform.Kernel.Refusals;
using Platform.Kernel.Tenancy;

namespace Platform.Issues.Features;

/// <summary>The same report as one multipart form with its photos, for whoever sends forms.</summary>
public static class ReportIssueWithPhotos
{
    /// <summary>Nine photos and the words.</summary>
    public const int BytesAtMost = Photo.AtMost * Pictures.BytesAtMost + 1024 * 1024;

    public static async Task<Created<ReportIssue.Answer>> Handle(
        [FromForm, Needed, Text(Limits.Title, atLeast: 2)] string title, [FromForm, Needed, Text(Limits.Text, atLeast: 2)] string text,
        [FromForm, Needed, Text(40)] string category, [FromForm] Guid areaId,
        [FromForm, RegularExpression("^[A-Za-z0-9-]{1,40}$")] string? campaign, [FromForm] bool? hideName, IReadOnlyList<IFormFile> photos,
        IssuesDb db, Caller caller, IAttachmentStore store, TimeProvider clock, HttpResponse response, CancellationToken ct)
    {
        if (photos.Count > Photo.AtMost) throw new RefusedException(IssueRefusals.TooManyPhotos);
        var ids = new List<Guid>();
        foreach (var file in photos)
            ids.Add((await UploadPhoto.Keep(file, db, caller, store, clock, ct)).Id);
        var asked = new ReportIssue.Request
        {
            Title = title, Text = text, Category = category, AreaId = areaId, Campaign = campaign, HideName = hideName ?? false, PhotoIds = ids,
        };
        return await ReportIssue.Handle(asked, db, caller, clock, response, ct);
    }
}
