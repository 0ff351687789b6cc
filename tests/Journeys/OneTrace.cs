using Platform.Demonstration.Acts;
using Platform.Demonstration.Api;
using Platform.Journeys.Stage;
using static Platform.Journeys.Otlp.Span.Types;

namespace Platform.Journeys;

/// <summary>One trace from the browser's request through Web, gateway, service, database, outbox, RabbitMQ and the reactions of other services.</summary>
public sealed class OneTrace(StartedPlatform platform) : Journey(platform)
{
    private static readonly (string What, Func<HeardSpan, bool> Is)[] Everywhere =
    [
        ("the gateway's door", x => x is { Service: "gateway", Kind: SpanKind.Server }),
        ("the gateway asks Issues", x => x is { Service: "gateway", Kind: SpanKind.Client }),
        ("the door of Issues", x => x is { Service: "issues", Kind: SpanKind.Server }),
        ("the database of Issues", x => x is { Service: "issues", Scope: "Npgsql" }),
        ("the outbox relay", x => x is { Service: "issues", Scope: "Platform.Outbox" }),
        ("RabbitMQ is given it", x => x is { Service: "issues", Scope: "MassTransit", Kind: SpanKind.Producer }),
        ("Insights reacts", x => x is { Service: "insights", Scope: "MassTransit", Kind: SpanKind.Consumer }),
    ];

    [Fact]
    public async Task AFormThatIsPosted_IsOneTrace_FromTheBrowserToTheReactions()
    {
        Assert.SkipWhen(Platform.Ear is null, "The platform that PLATFORM_RUN names sends its traces elsewhere.");
        const string path = "/zhangmiao/report";
        using var browser = new PaperForm(Platform.Run.Web!);
        var (_, asked) = await browser.Send(path, await browser.Page(path), "report-send", ("Phone", NewPhone()));
        var (_, form) = await browser.Send(path, asked, "report-enter", ("Code", PaperForm.Hidden(asked, "Demo")));

        var answered = new Uri("about:blank");
        await Hears("a report", async () => (answered, _) = await browser.Send(path, form, "report", ("Title", "坡道扶手脱落"), ("Category", "safety"),
            ("AreaId", $"{Zhangmiao.Building(9)}"), ("Text", "上坡时没有东西可扶。"), ("Checked", "true")),
        [
            ("Web's door", x => x is { Service: "web", Kind: SpanKind.Server }),
            ("Web asks the gateway", x => x is { Service: "web", Kind: SpanKind.Client }),
            .. Everywhere,
        ], opensAt: "web");
        Assert.True(Guid.TryParse(answered.Segments[^1], out _), $"The report was not taken: {answered}");
    }

    [Fact]
    public async Task ATriage_IsOneTrace_FromTheGatewayToTheReactions()
    {
        Assert.SkipWhen(Platform.Ear is null, "The platform that PLATFORM_RUN names sends its traces elsewhere.");
        var (resident, staff) = (await NewResident(), await SignIn(5));
        var issue = await resident.Report(new Tale("楼道堆物", "消防通道被旧家具占了。", "safety", Zhangmiao.Building(9)));
        await staff.Accept(issue.Id);

        await Hears("a triage", () => staff.Triage(issue.Id, "Major", "占用消防通道"),
            [.. Everywhere, ("Meetings reacts", x => x is { Service: "meetings", Scope: "MassTransit", Kind: SpanKind.Consumer })], opensAt: "gateway");
    }

    private async Task Hears(string what, Func<Task> act, (string What, Func<HeardSpan, bool> Is)[] expected, string opensAt)
    {
        var heard = await Platform.Ear!.Of(what, act);
        try
        {
            await Until.Holds("the whole trace", () => Task.FromResult(expected.All(e => heard.Any(e.Is)) && Orphans(heard, opensAt).Count == 0));
        }
        finally
        {
            Tell(string.Join(Environment.NewLine, heard.Select(x => $"{x.Service} [{x.Scope}] {x.Kind} {x.Name}")));
            Tell($"Missing: {string.Join(", ", expected.Where(e => !heard.Any(e.Is)).Select(x => x.What))}");
            Tell($"Without a parent: {string.Join(", ", Orphans(heard, opensAt))}");
        }
    }

    // Each span hangs on another that was heard; the first door's on ours, which nobody sends here.
    private static List<HeardSpan> Orphans(IReadOnlyCollection<HeardSpan> heard, string opensAt)
    {
        var known = heard.Select(x => x.Id).ToHashSet();
        return [.. heard.Where(x => !known.Contains(x.Parent) && !(x.Service == opensAt && x.Kind is SpanKind.Server))];
    }
}
