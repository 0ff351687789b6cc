using Microsoft.EntityFrameworkCore;
using Platform.Issues.Domain;
using Platform.Issues.Photos;
using Platform.Kernel.Places;

namespace Platform.Issues.Data;

/// <summary>The tables of this service.</summary>
public sealed class IssuesDb(DbContextOptions<IssuesDb> options) : PlacesDb(options), IKeepsCalendars
{
    public DbSet<Issue> Issues => Set<Issue>();
    public DbSet<IssueHistory> History => Set<IssueHistory>();
    public DbSet<IssueAction> Actions => Set<IssueAction>();
    public DbSet<TriageRuleSet> TriageRuleSets => Set<TriageRuleSet>();
    public DbSet<TriageDecision> Triages => Set<TriageDecision>();
    public DbSet<CalendarYearCopy> CalendarYears => Set<CalendarYearCopy>();
    public DbSet<Category> Categories => Set<Category>();
    public DbSet<Campaign> Campaigns => Set<Campaign>();
    public DbSet<Placement> Placements => Set<Placement>();
    public DbSet<Photo> Photos => Set<Photo>();
    public DbSet<Endorsement> Endorsements => Set<Endorsement>();
    public DbSet<Follower> Followers => Set<Follower>();
    public DbSet<CategoryQuestions> CategoryQuestions => Set<CategoryQuestions>();
    public DbSet<PostedRequest> PostedRequests => Set<PostedRequest>();
    public DbSet<Comment> Comments => Set<Comment>();
    public DbSet<CommentReport> CommentReports => Set<CommentReport>();
    public DbSet<CommentRules> CommentRules => Set<CommentRules>();
    public DbSet<Department> Departments => Set<Department>();
    public DbSet<IssueDispatch> Dispatches => Set<IssueDispatch>();
    public DbSet<InternalNote> InternalNotes => Set<InternalNote>();
    public DbSet<Mediation> Mediations => Set<Mediation>();
    public DbSet<MediationSession> MediationSessions => Set<MediationSession>();
    public DbSet<ImportRun> ImportRuns => Set<ImportRun>();
    public DbSet<ImportRow> ImportRows => Set<ImportRow>();
    public DbSet<ReceiptCounter> ReceiptCounters => Set<ReceiptCounter>();

    /// <summary>Whatever turned a clock: it is reckoned with the street's calendar here, and what a clock has to say is said.</summary>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        // Asked of the issues themselves; what has changed is looked for when all is done.
        ChangeTracker.AutoDetectChangesEnabled = false;
        var issues = ChangeTracker.Entries<Issue>().Select(x => x.Entity).Where(x => x.HasTurned).ToList();
        ChangeTracker.AutoDetectChangesEnabled = true;
        if (issues.Count > 0)
        {
            var calendar = await this.Calendar(cancellationToken);
            foreach (var issue in issues) this.SayAll(issue, issue.Reckon(calendar));
        }

        return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    protected override bool IsRemembered(object entity) => entity is Category || base.IsRemembered(entity);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(20);
}
