using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Issues.Domain;
using Platform.Kernel.Events;

namespace Platform.Issues.Data;

/// <summary>What the rules are asked with.</summary>
public static class TriageQuestions
{
    /// <summary>The version in force: the last one. (A street that joined before there were rules has the template's until it publishes its own.)</summary>
    public static async Task<TriageRuleSet> TriageRules(this IssuesDb db, CancellationToken ct) =>
        await db.TriageRuleSets.OrderByDescending(x => x.Version).FirstOrDefaultAsync(ct) ?? TriageRuleSet.Template(DateTimeOffset.UnixEpoch);

    /// <summary>What is known of an issue. Something that was merged, declined or voided is no earlier time.</summary>
    public static async Task<TriageFacts> TriageFacts(this IssuesDb db, Issue issue, int? households, int? cost, int? departments, CancellationToken ct)
    {
        IssueStatus[] none = [IssueStatus.Merged, IssueStatus.Declined, IssueStatus.Voided, IssueStatus.Withdrawn];
        return new TriageFacts
        {
            Category = issue.Category,
            ParentCategory = await db.Categories.Where(x => x.Code == issue.Category).Select(x => x.ParentCode).SingleOrDefaultAsync(ct), SubmittedAt = issue.SubmittedAt, Households = households, Cost = cost, Departments = departments,
            RaisedBefore = await db.Issues.Where(x => x.AreaPath == issue.AreaPath && x.Category == issue.Category && x.Id != issue.Id
                && x.SubmittedAt <= issue.SubmittedAt && !none.Contains(x.Status)).MaxAsync(x => (DateTimeOffset?)x.SubmittedAt, ct),
        };
    }
}

internal sealed class TriageMapping : IEntityTypeConfiguration<TriageRuleSet>, IEntityTypeConfiguration<TriageDecision>
{
    public void Configure(EntityTypeBuilder<TriageRuleSet> builder)
    {
        builder.ToTable("triage_rule_sets");
        builder.Property(x => x.Rules).AsJson(Wire.Json);
        builder.Property(x => x.Why).HasMaxLength(Limits.Words);
        builder.HasIndex(x => new { x.TenantId, x.Version }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<TriageDecision> builder)
    {
        builder.ToTable("triage_decisions");
        builder.ComplexProperty(x => x.Facts, x =>
        {
            x.Property(f => f.Category).HasMaxLength(40);
            x.Property(f => f.ParentCategory).HasMaxLength(40);
        });
        builder.Property(x => x.RuleName).HasMaxLength(Limits.RuleName);
        builder.Property(x => x.RuleNameEn).HasMaxLength(Limits.RuleName);
        builder.Property(x => x.Reason).HasMaxLength(Limits.Words);
        builder.Ignore(x => x.Differed);
        builder.HasIndex(x => new { x.TenantId, x.IssueId });
        builder.HasIndex(x => new { x.TenantId, x.Id });
    }
}
