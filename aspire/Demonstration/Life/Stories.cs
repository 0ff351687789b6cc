using Platform.Demonstration.Acts;
using Platform.Demonstration.Api;

namespace Platform.Demonstration.Life;

/// <summary>How far a story has come when the demonstration is opened.</summary>
internal enum End { Submitted, Accepted, Declined, Appealed, Withdrawn, Merged, Triaged, InAction, Verifying, AwaitingRating, Closed, Suspended, Voided }

/// <summary>An issue of everyday life: who reports it, and what became of it.</summary>
internal sealed record Story(int Author, Tale Tale, End End)
{
    /// <summary>Small, Major or Hard.</summary>
    public string Scale { get; init; } = "Small";

    /// <summary>Why it was declined, withdrawn, merged, or sorted so.</summary>
    public string Why { get; init; } = "一处一户，楼内可商量解决";

    /// <summary>Whose hands the action is in.</summary>
    public string Hands { get; init; } = "Property";

    /// <summary>The action, in the fast lane.</summary>
    public string Action { get; init; } = "";

    /// <summary>In how many days; below zero it was promised for a day that is over, and is late.</summary>
    public int Due { get; init; } = 5;

    /// <summary>Why an extension was asked, which nobody has decided yet; or why it was suspended.</summary>
    public string? Waits { get; init; }

    /// <summary>What was written when it was done.</summary>
    public string Done { get; init; } = "已处理完毕，照片为证";

    /// <summary>The rating, and its sentence.</summary>
    public (int Score, string Words) Rating { get; init; } = (5, "很快就解决了，谢谢。");
}

/// <summary>Plays what <see cref="EverydayLife"/> tells.</summary>
internal static class Stories
{
    public static async Task Play(Cast cast)
    {
        Receipt? before = null;
        foreach (var story in EverydayLife.All)
        {
            var receipt = await (await cast[story.Author]).Report(story.Tale);
            await Go(cast, story, receipt, before);
            before = receipt;
        }

        await (await cast.Staff).Enter(new Tale("7号楼信箱锁坏了好几个", "信件常被雨淋湿，老人订的报纸也拿不到。", "facilities", Zhangmiao.Building(7)), "13900000077", "李阿姨");
        await (await cast.Staff).Stage("12345-orders.csv", $"""
            工单编号,受理时间,类别,诉求标题,诉求内容,所属社区,楼栋,来电人,联系电话,办理时限,是否保密
            SH-DEMO-0001,{Cast.Day(-1):yyyy-MM-dd} 09:12,noise,夜间装修噪声,楼上晚上十点还在装修。,泗塘三村,9号楼,王先生,13900000101,,否
            SH-DEMO-0002,{Cast.Day(-1):yyyy-MM-dd} 10:40,waste,垃圾厢房满溢,投放点周末没有清运。,泗塘三村,19号楼,陈女士,13900000102,,否
            SH-DEMO-0003,{Cast.Day(-1):yyyy-MM-dd} 11:05,没有这一类,路灯不亮,小区北门路灯不亮。,泗塘三村,29号楼,,,,否
            """);
    }

    private static async Task Go(Cast cast, Story story, Receipt receipt, Receipt? before)
    {
        var (author, staff, id) = (await cast[story.Author], await cast.Staff, receipt.Id);
        switch (story.End)
        {
            case End.Submitted: return;
            case End.Withdrawn: await author.Post($"/api/v1/issues/{id}/withdraw", new { words = story.Why }); return;
            case End.Merged: await staff.Merge(id, before!.Id, story.Why); return;
            case End.Declined: await staff.Decline(id, story.Why); return;
            case End.Appealed:
                await staff.Decline(id, story.Why);
                await author.Post($"/api/v1/issues/{id}/appeal", new { words = story.Rating.Words });
                return;
            case End.Voided:
                await staff.Ask(id, new { kind = "Voiding", reason = story.Why });
                await (await cast.Secretary).Approve(id, "同意作废");
                return;
        }

        await staff.Accept(id);
        if (story.End is End.Accepted) return;
        await staff.Triage(id, story.Scale, story.Why, fastLane: story.End is not (End.Triaged or End.Suspended));
        if (story.End is End.Triaged) return;
        if (story.End is End.Suspended)
        {
            await staff.Ask(id, new { kind = "Suspension", reason = story.Waits, until = Cast.Day(60) });
            await (await cast.Secretary).Approve(id, "情况属实，同意挂账，请每月跟进一次");
            return;
        }

        await staff.Give(id, story.Hands, story.Action, Cast.Day(story.Due));
        if (story is { End: End.InAction, Waits: { } reason }) await staff.Ask(id, new { kind = "Extension", reason, days = 3 });
        if (story.End is End.InAction) return;
        await (await cast[story.Hands is "Property" ? Cast.Property : Cast.Owners]).DoActions(id, story.Hands, story.Done);
        if (story.End is End.Verifying) return;
        await (await cast.Verifier).Verify(id, true, "现场核查，属实");
        if (story.End is End.Closed) await author.Rate(id, story.Rating.Score, story.Rating.Words);
    }
}
