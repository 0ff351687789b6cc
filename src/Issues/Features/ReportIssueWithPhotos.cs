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

    public sealed record Form
    {
        [Needed, Text(Limits.Title, atLeast: 2)] public string? Title { get; init; }
        [Needed, Text(Limits.Text, atLeast: 2)] public string? Text { get; init; }
        [Needed, Text(40)] public string? Category { get; init; }
        [Needed] public Guid? AreaId { get; init; }
        [RegularExpression("^[A-Za-z0-9-]{1,40}$")] public string? Campaign { get; init; }
        public bool? HideName { get; init; }
        public IReadOnlyList<IFormFile>? Photos { get; init; }
    }

    public static async Task<Created<ReportIssue.Answer>> Handle(
        [FromForm] Form form, IssuesDb db, Caller caller, IAttachmentStore store, TimeProvider clock, HttpResponse response, CancellationToken ct)
    {
        if (form.Photos is { Count: > Photo.AtMost }) throw new RefusedException(IssueRefusals.TooManyPhotos);
        var ids = new List<Guid>();
        foreach (var file in form.Photos ?? [])
            ids.Add((await UploadPhoto.Keep(file, db, caller, store, clock, ct)).Id);
        var asked = new ReportIssue.Request
        {
            Title = form.Title!, Text = form.Text!, Category = form.Category!, AreaId = form.AreaId!.Value, Campaign = form.Campaign,
            HideName = form.HideName ?? false, PhotoIds = ids,
        };
        return await ReportIssue.Handle(asked, db, caller, clock, response, ct);
    }
}
