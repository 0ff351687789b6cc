using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Data;

public sealed partial class MeetingsDb
{
    public DbSet<Ballot> Ballots => Set<Ballot>();
    public DbSet<VoterMark> VoterMarks => Set<VoterMark>();
    public DbSet<SealedBallot> SealedBallots => Set<SealedBallot>();
    public DbSet<CountedBallot> CountedBallots => Set<CountedBallot>();
    public DbSet<PaperBallot> PaperBallots => Set<PaperBallot>();
}

internal sealed class VoteMapping : IEntityTypeConfiguration<Vote>, IEntityTypeConfiguration<VoteOption>, IEntityTypeConfiguration<Recusal>, IEntityTypeConfiguration<RecusalLift>
{
    public void Configure(EntityTypeBuilder<Vote> builder)
    {
        builder.ToTable("votes").HasIndex(x => new { x.ItemId, x.Round }).IsUnique();
        builder.HasIndex(x => new { x.TenantId, x.RegisterId, x.Id });
        builder.Property(x => x.Question).HasMaxLength(500);
        builder.Property(x => x.ByOwners).HasColumnType("jsonb").HasConversion(x => Written(x), x => Read<OwnersTally>(x));
        builder.Property(x => x.Ranked).HasColumnType("jsonb").HasConversion(x => Written(x), x => Read<RankedTally>(x));
        builder.HasMany(x => x.Options).WithOne().HasForeignKey(x => x.VoteId);
        builder.HasOne<OwnerRegister>().WithMany().HasForeignKey(x => x.RegisterId).OnDelete(DeleteBehavior.Restrict);
        builder.Ignore(x => x.Result).Ignore(x => x.IsOpen);
    }

    public void Configure(EntityTypeBuilder<VoteOption> builder)
    {
        builder.ToTable("vote_options").HasIndex(x => new { x.VoteId, x.Number }).IsUnique();
        builder.Property(x => x.Text).HasMaxLength(VotePlan.OptionLength);
    }

    public void Configure(EntityTypeBuilder<Recusal> builder)
    {
        builder.ToTable("recusals").HasIndex(x => new { x.ItemId, x.PersonId, x.Kind });
        builder.Property(x => x.Reason).HasMaxLength(500);
        builder.HasOne(x => x.Lift).WithOne().HasForeignKey<RecusalLift>(x => x.RecusalId);
        builder.Ignore(x => x.Holds);
    }

    public void Configure(EntityTypeBuilder<RecusalLift> builder) => builder.ToTable("recusal_lifts").Property(x => x.Reason).HasMaxLength(500);

    private static string? Written<T>(T? tally) => tally is null ? null : JsonSerializer.Serialize(tally, JsonSerializerOptions.Web);

    private static T? Read<T>(string? text) => text is null ? default : JsonSerializer.Deserialize<T>(text, JsonSerializerOptions.Web);
}

internal sealed class BallotMapping : IEntityTypeConfiguration<Ballot>, IEntityTypeConfiguration<VoterMark>, IEntityTypeConfiguration<SealedBallot>, IEntityTypeConfiguration<CountedBallot>
{
    public void Configure(EntityTypeBuilder<Ballot> builder)
    {
        // Which ballot of a voter is the last is never in doubt.
        builder.ToTable("ballots").HasIndex(x => new { x.VoteId, x.VoterId, x.Turn }).IsUnique();
        builder.HasOne<Vote>().WithMany().HasForeignKey(x => x.VoteId);
        builder.Ignore(x => x.Says);
    }

    public void Configure(EntityTypeBuilder<VoterMark> builder)
    {
        builder.ToTable("voter_marks").HasIndex(x => new { x.VoteId, x.PersonId }).IsUnique();
        builder.HasOne<Vote>().WithMany().HasForeignKey(x => x.VoteId);
    }

    public void Configure(EntityTypeBuilder<SealedBallot> builder)
    {
        builder.ToTable("sealed_ballots").HasIndex(x => new { x.VoteId, x.ReceiptHash }).IsUnique();
        builder.HasOne<Vote>().WithMany().HasForeignKey(x => x.VoteId);
        builder.Ignore(x => x.Says);
    }

    public void Configure(EntityTypeBuilder<CountedBallot> builder)
    {
        builder.ToTable("counted_ballots").HasIndex(x => new { x.VoteId, x.ReceiptHash }).IsUnique();
        builder.HasOne<Vote>().WithMany().HasForeignKey(x => x.VoteId);
        builder.Ignore(x => x.Says);
    }
}

internal sealed class PaperMapping : IEntityTypeConfiguration<PaperBallot>, IEntityTypeConfiguration<PaperEntry>
{
    public void Configure(EntityTypeBuilder<PaperBallot> builder)
    {
        builder.ToTable("paper_ballots").HasIndex(x => new { x.VoteId, x.Serial }).IsUnique();
        builder.Property(x => x.Serial).HasMaxLength(40);
        builder.Property(x => x.Reason).HasMaxLength(500);
        builder.HasOne<Vote>().WithMany().HasForeignKey(x => x.VoteId);
        builder.HasMany(x => x.Entries).WithOne().HasForeignKey(x => x.PaperBallotId);
        builder.Ignore(x => x.IsOpen).Ignore(x => x.Latest);
    }

    public void Configure(EntityTypeBuilder<PaperEntry> builder)
    {
        builder.ToTable("paper_entries").HasIndex(x => new { x.PaperBallotId, x.Number }).IsUnique();
        builder.Ignore(x => x.Says);
    }
}
