using Microsoft.EntityFrameworkCore;
using Platform.Contracts.Directory.V1;
using Platform.Issues.Data;
using Platform.Issues.Domain;
using Platform.Kernel.Events;

namespace Platform.Issues.Features;

/// <summary>A new street begins to triage by the template's rules, as its own first version. Reacts to TenantConfigured beside the copy of the street.</summary>
public sealed class WhenStreetGetsRules(IssuesDb db) : Reaction<TenantConfigured>(db)
{
    protected override async Task React(TenantConfigured fact, CancellationToken ct)
    {
        if (!await db.TriageRuleSets.AnyAsync(ct)) db.TriageRuleSets.Add(TriageRuleSet.Template(fact.At));
    }
}
