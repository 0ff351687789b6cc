using Microsoft.EntityFrameworkCore;
using Platform.Issues.Domain;
using Platform.Issues.Photos;
using Platform.Kernel.Places;

namespace Platform.Issues.Data;

/// <summary>The tables of this service.</summary>
public sealed class IssuesDb(DbContextOptions<IssuesDb> options) : PlacesDb(options)
{
    public DbSet<Issue> Issues => Set<Issue>();
    public DbSet<IssueHistory> History => Set<IssueHistory>();
    public DbSet<IssueAction> Actions => Set<IssueAction>();
    public DbSet<Category> Categories => Set<Category>();
    public DbSet<Photo> Photos => Set<Photo>();
    public DbSet<Endorsement> Endorsements => Set<Endorsement>();
    public DbSet<Follower> Followers => Set<Follower>();
    public DbSet<ReceiptCounter> ReceiptCounters => Set<ReceiptCounter>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(20);
}
