using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Kernel.Refusals;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Data;

/// <content>The room's record: who spoke, what was said, what of the rules was not kept.</content>
public sealed partial class MeetingsDb
{
    public DbSet<SpeakersList> SpeakersLists => Set<SpeakersList>();
    public DbSet<Point> Points => Set<Point>();
    public DbSet<Breach> Breaches => Set<Breach>();

    /// <summary>With who came without a seat. Not read with the meeting: each check-in and each ballot reads that.</summary>
    public async Task<Meeting> WithGuests(Meeting meeting, CancellationToken ct)
    {
        await Entry(meeting).Collection(x => x.Guests).LoadAsync(ct);
        return meeting;
    }

    /// <summary>Minutes with the steps of their approval; null before the session.</summary>
    public Task<Minutes?> MinutesOf(Guid meetingId, CancellationToken ct) =>
        Minutes.Include(x => x.Steps).SingleOrDefaultAsync(x => x.Id == meetingId, ct);

    /// <summary>
    /// A meeting's list of speakers, held until the request's transaction ends: of two hands at once both are on it. A meeting that was
    /// opened before there were such lists gets its own here.
    /// </summary>
    public async Task<SpeakersList> Speakers(Guid meetingId, CancellationToken ct)
    {
        await Database.ExecuteSqlAsync($"SELECT 1 FROM speakers_lists WHERE id = {meetingId} FOR UPDATE", ct);
        if (await SpeakersLists.Include(x => x.Turns).SingleOrDefaultAsync(x => x.Id == meetingId, ct) is { } list) return list;
        return SpeakersLists.Add(new SpeakersList(meetingId)).Entity;
    }

    /// <summary>A point of a meeting's record.</summary>
    /// <exception cref="RefusedException">404.</exception>
    public async Task<Point> Point(Guid meetingId, Guid pointId, CancellationToken ct)
    {
        var point = await Points.SingleOrDefaultAsync(x => x.Id == pointId && x.MeetingId == meetingId, ct) ?? throw new RefusedException(KernelRefusals.NotFound);
        Match(point);
        return point;
    }

    /// <summary>A deferred item's issue rests as long as the item says; nothing where the item is free.</summary>
    public async Task Rest(AgendaItem item, CancellationToken ct)
    {
        if (item.IssueId is { } issue && await InboxIssues.SingleOrDefaultAsync(x => x.Id == issue, ct) is { } waiting) waiting.Rest(item.Until);
    }
}

internal sealed class GuestMapping : IEntityTypeConfiguration<Guest>
{
    public void Configure(EntityTypeBuilder<Guest> builder)
    {
        builder.ToTable("guests").HasIndex(x => x.MeetingId);
        builder.Property(x => x.Name).HasMaxLength(50);
        builder.Property(x => x.From).HasMaxLength(100);
    }
}

internal sealed class SpeakersListMapping : IEntityTypeConfiguration<SpeakersList>
{
    public void Configure(EntityTypeBuilder<SpeakersList> builder)
    {
        builder.HasMany(x => x.Turns).WithOne().HasForeignKey(x => x.ListId);
        builder.Ignore(x => x.Speaking);
    }
}

internal sealed class SpeakingTurnMapping : IEntityTypeConfiguration<SpeakingTurn>
{
    public void Configure(EntityTypeBuilder<SpeakingTurn> builder)
    {
        builder.ToTable("speaking_turns").HasIndex(x => new { x.TenantId, x.PersonId });
        builder.HasIndex(x => new { x.ListId, x.AskedAt });
        builder.Property(x => x.Name).HasMaxLength(50);
        builder.Ignore(x => x.IsOpen);
    }
}

internal sealed class PointMapping : IEntityTypeConfiguration<Point>
{
    public void Configure(EntityTypeBuilder<Point> builder)
    {
        builder.HasIndex(x => new { x.MeetingId, x.ItemId });
        builder.HasIndex(x => new { x.TenantId, x.PersonId });
        builder.Property(x => x.Speaker).HasMaxLength(50);
        builder.Property(x => x.What).HasMaxLength(2000);
        builder.HasOne<Meeting>().WithMany().HasForeignKey(x => x.MeetingId);
    }
}

internal sealed class BreachMapping : IEntityTypeConfiguration<Breach>
{
    public void Configure(EntityTypeBuilder<Breach> builder)
    {
        builder.ToTable("breaches").HasIndex(x => new { x.TenantId, x.At, x.Id });
        builder.HasIndex(x => x.MeetingId);
        builder.Property(x => x.Waiver).HasMaxLength(500);
    }
}

internal sealed class MinutesMapping : IEntityTypeConfiguration<Minutes>
{
    public void Configure(EntityTypeBuilder<Minutes> builder) => builder.HasMany(x => x.Steps).WithOne().HasForeignKey(x => x.MinutesId);
}

internal sealed class MinutesStepMapping : IEntityTypeConfiguration<MinutesStep>
{
    public void Configure(EntityTypeBuilder<MinutesStep> builder) => builder.ToTable("minutes_steps").Property(x => x.Words).HasMaxLength(500);
}
