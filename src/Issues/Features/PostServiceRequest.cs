using Microsoft.EntityFrameworkCore;
using Platform.Contracts.Directory.Grpc.V1;
using Platform.Contracts.Directory.V1;
using Platform.Contracts.Issues.V1;
using Platform.Issues.Data;
using Platform.Issues.Domain;
using Platform.Issues.Open311;
using Platform.Kernel.Data;
using Platform.Kernel.Http;
using Platform.Kernel.Personal;
using Platform.Kernel.Places;
using Platform.Kernel.Refusals;
using Platform.Kernel.Tenancy;
using DirectoryClient = Platform.Contracts.Directory.Grpc.V1.Directory.DirectoryClient;

namespace Platform.Issues.Features;

/// <summary>
/// Open311: an integrator's system reports for somebody. Whoever is known by the phone is its author, who then rates it and finds it by phone and
/// number; otherwise the integrator is. The name is not shown, since nobody was asked.
/// </summary>
public static class PostServiceRequest
{
    public static async Task<IResult> Handle(
        HttpContext http, string format, IssuesDb db, Caller caller, DirectoryClient directory, Phones phones, RefusalTexts texts, TimeProvider clock, CancellationToken ct)
    {
        var sent = await Jurisdictions.Form(http.Request);
        var key = sent[Keys.Name] is [{ Length: > 0 } posted, ..] ? posted : http.Request.Query[Keys.Name].ToString();
        var integrator = await directory.OwnerOf(key, ct) ?? throw new RefusedException(IssueRefusals.BadApiKey);

        var form = new PostedForm(sent);
        var code = form.Needed("service_code", 40);
        var category = await db.Categories.AsNoTracking().SingleOrDefaultAsync(x => x.Code == code && !x.IsRetired, ct);
        if (code is not null && category is null) form.Lacks(IssueRefusals.UnknownCategory);
        var (text, point, address, addressId) = (form.Text("description", Limits.Text), form.Point(), form.Text("address_string", PostLimits.Address), form.Text("address_id", 100));
        var (first, last, phone, email, media) = (form.Text("first_name", PostLimits.Name), form.Text("last_name", PostLimits.Name), form.Phone(), form.Email(), form.MediaUrl());
        var answers = category is null ? [] : form.Answers(await db.QuestionsOf(category.Id, ct));
        var named = addressId is null ? null : await db.Areas.SingleOrDefaultAsync(x => x.Code == addressId, ct);
        if (addressId is not null && named is null) form.Lacks(IssueRefusals.BadField.With("address_id"));
        if (point is null && address is null && addressId is null && form.Wrong.Count is 0) form.Lacks(IssueRefusals.LocationNeeded);
        if (form.Wrong.Count > 0) return new Refused([.. form.Wrong.Select(x => $"{x.Code}: {texts.Of(x)}")]);

        var author = await AuthorOf(phone, directory, ct) ?? integrator;
        caller.Is(author, caller.Act);
        var area = named ?? await AreaOf(point, db, directory, ct);
        text = text is { Length: > 1 } ? text : category!.Name;
        var told = new Report(Report.TitleOf(text), text, category!.Code, new Place(area.Id, area.Path, area.Level), Channel.Open311, null, author, HideName: true);
        var contact = new Contact(string.Join(' ', new[] { last, first }.OfType<string>()), phone, email);
        var now = clock.GetUtcNow();
        var issue = await db.InOne(async () =>
        {
            var (made, fact) = Issue.Report(told, await db.NextReceipt(now, ct), now);
            db.Add(made);
            db.Add(new PostedRequest
            {
                IssueId = made.Id, IntegratorId = integrator, Latitude = point?.Latitude, Longitude = point?.Longitude, Address = address, MediaUrl = media,
                Answers = answers,
            }.ReachedBy(contact.Encrypted(phones)));
            db.Say(made, fact);
            await db.SaveChangesAsync(ct);
            return made;
        }, ct);
        return new GeoReport("service_requests", new[]
        {
            new PostedView(issue.Id, Requests.Say("Received").Replace("{0}", issue.ReceiptNumber, StringComparison.Ordinal), null),
        });
    }

    private static async Task<Guid?> AuthorOf(string? phone, DirectoryClient directory, CancellationToken ct) => phone is null ? null
        : Guid.TryParse((await directory.WhoHasPhoneAsync(new WhoHasPhoneRequest { Phone = phone }, cancellationToken: ct)).PersonId, out var id) ? id : null;

    /// <summary>The smallest area that holds the point. Otherwise the street, or its neighbourhood where it has but one: staff see the address.</summary>
    private static async Task<AreaCopy> AreaOf((double Latitude, double Longitude)? point, IssuesDb db, DirectoryClient directory, CancellationToken ct)
    {
        var at = point is { } there
            ? (await directory.AreaAtAsync(new AreaAtRequest { Latitude = there.Latitude, Longitude = there.Longitude }, cancellationToken: ct)).AreaId : "";
        if (Guid.TryParse(at, out var id) && await db.Areas.SingleOrDefaultAsync(x => x.Id == id, ct) is { } held) return held;
        return await db.Areas.Where(x => x.Level == AreaLevel.Neighbourhood).OrderBy(x => x.Id).Take(2).ToListAsync(ct) is [var only] ? only
            : await db.Areas.SingleAsync(x => x.ParentId == null, ct);
    }

    private sealed class Refused(IReadOnlyList<string> wrong) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => GeoReportErrors.Write(httpContext, StatusCodes.Status400BadRequest, wrong);
    }
}
