using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Issues.Domain;
using Platform.Kernel.Data;

namespace Platform.Issues.Data;

/// <summary>Each index serves one list, and begins with the tenant: row-level security and the filter both ask for it.</summary>
internal sealed class IssueMapping : IEntityTypeConfiguration<Issue>
{
    public void Configure(EntityTypeBuilder<Issue> builder)
    {
        builder.ToTable("issues");
        builder.Property(x => x.ReceiptNumber).HasMaxLength(40);
        builder.Property(x => x.Title).HasMaxLength(Limits.Title);
        builder.Property(x => x.Text).HasMaxLength(Limits.Text);
        builder.Property(x => x.Category).HasMaxLength(40);
        builder.Property(x => x.Campaign).HasMaxLength(Limits.Campaign);
        builder.Property(x => x.ExternalNumber).HasMaxLength(Limits.ExternalNumber);
        // Values of the issue: the clock is replaced as a whole, and so is what waits for a second person.
        builder.ComplexProperty(x => x.Clock);
        builder.ComplexProperty(x => x.Asking, x =>
        {
            x.Property(r => r.Words).HasMaxLength(Limits.Words);
            x.Property(r => r.Whose).HasMaxLength(Limits.Whose);
        });
        builder.Ignore(x => x.HasTurned);
        builder.HasMany(x => x.History).WithOne().HasForeignKey(x => x.IssueId);
        builder.HasMany(x => x.Actions).WithOne().HasForeignKey(x => x.IssueId);
        builder.HasMany(x => x.Items).WithOne().HasForeignKey(x => x.IssueId);
        builder.HasMany(x => x.Triages).WithOne().HasForeignKey(x => x.IssueId);
        builder.HasMany(x => x.Dispatches).WithOne().HasForeignKey(x => x.IssueId);
        builder.Navigation(x => x.Dispatches).AutoInclude();
        // The rules of an issue look at its actions and items; its history is only ever added to.
        builder.Navigation(x => x.Actions).AutoInclude();
        builder.Navigation(x => x.Items).AutoInclude();
        // The desk's: whatever it is filtered by stands in the index, so that a filter that lets little pass reads no row for what it lets not.
        builder.HasIndex(x => new { x.TenantId, x.Id }).IncludeProperties(x => new
        {
            x.Status, x.AreaPath, x.Scale, x.Category, x.Channel, x.HandlerId, x.SubmittedAt, x.DueAt, x.AppealPending, x.IsAsked, x.MergedIntoId,
        });
        builder.HasIndex(x => new { x.TenantId, x.ReceiptNumber }).IsUnique();
        // What keeps an order from becoming two issues, whoever imports it at the same time.
        builder.HasIndex(x => new { x.TenantId, x.ExternalNumber }).IsUnique().HasFilter("external_number IS NOT NULL");
        builder.HasIndex(x => new { x.TenantId, x.Status, x.Id });
        // Asked by its bounds: under row-level security no index serves LIKE, which could tell of a row in an error. See Seeking.
        builder.HasIndex(x => new { x.TenantId, x.AreaPath, x.Id });
        // The map's: of what is open alone, counted by area without a row being read.
        builder.HasIndex(x => new { x.TenantId, x.Status, x.AreaPath }).IncludeProperties(x => new { x.DueAt, x.Category });
        builder.HasSeeking(Searching.Words, "title", "text", "receipt_number", "external_number");
        builder.HasIndex(x => new { x.TenantId, x.AppealPending, x.Id }).HasFilter("appeal_pending");
        // Open311 reads by date; with what it filters by in the index, a far page is counted off without its rows.
        builder.HasIndex(x => new { x.TenantId, x.SubmittedAt, x.Id }).IncludeProperties(x => new { x.Status, x.Category });
        builder.HasIndex(x => new { x.TenantId, x.ChangedAt, x.Id }).IncludeProperties(x => new { x.Status, x.Category, x.SubmittedAt });
        builder.HasIndex(x => new { x.TenantId, x.AuthorId, x.Id });
        builder.HasIndex(x => new { x.TenantId, x.Category, x.Id });
        builder.HasIndex(x => new { x.TenantId, x.SubmittedAt, x.AreaId });
        builder.HasIndex(x => new { x.TenantId, x.HandlerId, x.Id });
        builder.HasIndex(x => new { x.TenantId, x.Entry, x.Id }).HasFilter("entry IN ('Unconfirmed', 'Disowned')");
        builder.HasIndex(x => new { x.TenantId, x.Channel, x.RaisedOn, x.Id }).HasFilter("raised_on IS NOT NULL");
        builder.HasIndex(x => new { x.TenantId, x.MergedIntoId }).HasFilter("merged_into_id IS NOT NULL");
        builder.HasIndex(x => new { x.TenantId, x.DueAt, x.Id }).HasFilter("due_at IS NOT NULL").IncludeProperties(x => new
        {
            x.Status, x.AreaPath, x.Scale, x.Category, x.Channel, x.HandlerId, x.SubmittedAt, x.AppealPending, x.IsAsked, x.MergedIntoId,
        });
        builder.HasIndex(x => new { x.TenantId, x.SuspendedUntil }).HasFilter("suspended_until IS NOT NULL");
        builder.HasIndex(x => new { x.TenantId, x.IsAsked, x.Id }).HasFilter("is_asked");
        builder.HasIndex(x => new { x.TenantId, x.RateBy }).HasFilter("rate_by IS NOT NULL");
    }
}

internal sealed class ChildrenMapping :
    IEntityTypeConfiguration<IssueHistory>, IEntityTypeConfiguration<IssueAction>, IEntityTypeConfiguration<AgendaItem>
{
    public void Configure(EntityTypeBuilder<IssueHistory> builder)
    {
        builder.ToTable("issue_history");
        builder.Property(x => x.Words).HasMaxLength(Limits.Words);
        builder.Property(x => x.About).HasMaxLength(Limits.What);
        // Not unique: of two who write at once the issue's version refuses one, in words that a person understands.
        builder.HasIndex(x => new { x.TenantId, x.IssueId, x.Order });
    }

    public void Configure(EntityTypeBuilder<IssueAction> builder)
    {
        builder.ToTable("issue_actions");
        builder.Property(x => x.What).HasMaxLength(Limits.What);
        builder.Property(x => x.Note).HasMaxLength(Limits.Words);
        builder.Ignore(x => x.IsOurs).Ignore(x => x.Hands);
        builder.HasIndex(x => new { x.TenantId, x.IssueId });
        builder.HasIndex(x => new { x.TenantId, x.State, x.Id });
    }

    public void Configure(EntityTypeBuilder<AgendaItem> builder)
    {
        builder.ToTable("agenda_items");
        builder.HasIndex(x => new { x.TenantId, x.IssueId });
    }
}
