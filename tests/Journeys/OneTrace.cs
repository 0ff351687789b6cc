using System.Diagnostics;
using Platform.Demonstration.Acts;
using Platform.Demonstration.Api;
using Platform.Journeys.Stage;
using static Platform.Journeys.Otlp.Span.Types;

namespace Platform.Journeys;

/// <summary>One trace from a request through gateway, service, database, outbox, RabbitMQ and the reactions of other services.</summary>
public sealed class OneTrace(StartedPlatform platform) : Journey(platform)
{
    [Fact]
    public async Task ATriage_IsOneTrace_FromTheGatewayToTheReactions()
    {
        Assert.SkipWhen(Platform.Ear is null, "The platform that PLATFORM_RUN names sends its traces elsewhere.");
        var (resident, staff) = (await NewResident(), await SignIn(5));
        var issue = await resident.Report(new Tale("楼道堆物", "消防通道被旧家具占了。", "safety", Zhangmiao.Building(9)));
        await staff.Accept(issue.Id);

        using var request = new Activity("a triage").SetIdFormat(ActivityIdFormat.W3C);
        request.ActivityTraceFlags = ActivityTraceFlags.Recorded;
        request.Start();
        var heard = Platform.Ear.Of(request.TraceId.ToHexString());
        await staff.Triage(issue.Id, "Major", "占用消防通道");
        request.Stop();

        (string What, Func<HeardSpan, bool> Is)[] expected =
        [
            ("the gateway's door", x => x is { Service: "gateway", Kind: SpanKind.Server }),
            ("the gateway asks Issues", x => x is { Service: "gateway", Kind: SpanKind.Client }),
            ("the door of Issues", x => x is { Service: "issues", Kind: SpanKind.Server }),
            ("the database of Issues", x => x is { Service: "issues", Scope: "Npgsql" }),
            ("the outbox relay", x => x is { Service: "issues", Scope: "Platform.Outbox" }),
            ("RabbitMQ is given it", x => x is { Service: "issues", Scope: "MassTransit", Kind: SpanKind.Producer }),
            ("Meetings reacts", x => x is { Service: "meetings", Scope: "MassTransit", Kind: SpanKind.Consumer }),
            ("Insights reacts", x => x is { Service: "insights", Scope: "MassTransit", Kind: SpanKind.Consumer }),
        ];
        try
        {
            await Until.Holds("the whole trace", () => Task.FromResult(expected.All(e => heard.Any(e.Is)) && Orphans(heard).Count == 0));
        }
        finally
        {
            Tell(string.Join(Environment.NewLine, heard.Select(x => $"{x.Service} [{x.Scope}] {x.Kind} {x.Name}")));
            Tell($"Missing: {string.Join(", ", expected.Where(e => !heard.Any(e.Is)).Select(x => x.What))}");
            Tell($"Without a parent: {string.Join(", ", Orphans(heard))}");
        }
    }

    // Each span hangs on another that was heard; the gateway's door on ours, which nobody sends here.
    private static List<HeardSpan> Orphans(IReadOnlyCollection<HeardSpan> heard)
    {
        var known = heard.Select(x => x.Id).ToHashSet();
        return [.. heard.Where(x => !known.Contains(x.Parent) && x is not { Service: "gateway", Kind: SpanKind.Server })];
    }
}
