using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Platform.Issues.Data;
using Platform.Issues.Open311;
using Platform.Kernel.Refusals;
using DirectoryClient = Platform.Contracts.Directory.Grpc.V1.Directory.DirectoryClient;

namespace Platform.Issues.Features;

/// <summary>Open311: one request, however old; and which request a token is for.</summary>
public static class GetServiceRequest
{
    public static async Task<IResult> Handle(
        string id, [FromQuery(Name = "jurisdiction_id")] string? jurisdictionId, string format, string? extensions, [FromQuery(Name = "api_key")] string? apiKey,
        IssuesDb db, DirectoryClient directory, CancellationToken ct)
    {
        var shown = await Find(id, apiKey, db, directory, ct);
        return new GeoReport("service_requests", await db.Views([shown], extensions is "true", ct));
    }

    /// <summary>Every service is realtime: what was posted has its id at once, and is its own token for clients that ask for one all the same.</summary>
    public static async Task<IResult> Resolve(
        string token, [FromQuery(Name = "jurisdiction_id")] string? jurisdictionId, string format, [FromQuery(Name = "api_key")] string? apiKey,
        IssuesDb db, DirectoryClient directory, CancellationToken ct) =>
        new GeoReport("service_requests", new[] { new TokenView(await Find(token, apiKey, db, directory, ct), token) });

    private static async Task<Guid> Find(string id, string? apiKey, IssuesDb db, DirectoryClient directory, CancellationToken ct)
    {
        var shown = db.Shown(await directory.OwnerOf(apiKey, ct));
        return Guid.TryParse(id, out var wanted) && await shown.AnyAsync(x => x.Id == wanted, ct) ? wanted : throw new RefusedException(KernelRefusals.NotFound);
    }
}
