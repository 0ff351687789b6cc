using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Kernel.Refusals;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Data;

public sealed partial class MeetingsDb
{
    public DbSet<OwnerRegister> OwnerRegisters => Set<OwnerRegister>();
    public DbSet<Owner> Owners => Set<Owner>();
    public DbSet<OwnedUnit> OwnedUnits => Set<OwnedUnit>();
}

internal sealed class OwnerMapping : IEntityTypeConfiguration<OwnerRegister>, IEntityTypeConfiguration<Owner>, IEntityTypeConfiguration<OwnedUnit>
{
    public void Configure(EntityTypeBuilder<OwnerRegister> builder)
    {
        builder.ToTable("owner_registers");
        builder.Property(x => x.FileName).HasMaxLength(200);
        builder.HasIndex(x => new { x.TenantId, x.AreaId, x.State, x.AdoptedAt });
        builder.HasIndex(x => new { x.TenantId, x.Id });
        builder.HasMany(x => x.Owners).WithOne().HasForeignKey(x => x.RegisterId);
    }

    public void Configure(EntityTypeBuilder<Owner> builder)
    {
        builder.ToTable("owners");
        builder.Property(x => x.Place).HasMaxLength(70);
        builder.Property(x => x.PhoneMasked).HasMaxLength(30);
        builder.HasIndex(x => new { x.RegisterId, x.Place, x.Id });
        builder.HasIndex(x => new { x.TenantId, x.PersonId });
        // A person votes for one owner: an owner of several units is one.
        builder.HasIndex(x => new { x.RegisterId, x.PersonId }).IsUnique();
        builder.HasMany(x => x.Units).WithOne().HasForeignKey(x => x.OwnerId);
        builder.Ignore(x => x.MaskedNames);
    }

    public void Configure(EntityTypeBuilder<OwnedUnit> builder)
    {
        builder.ToTable("owned_units").HasIndex(x => new { x.RegisterId, x.Label }).IsUnique();
        builder.Property(x => x.Building).HasMaxLength(20);
        builder.Property(x => x.Entrance).HasMaxLength(20);
        builder.Property(x => x.Room).HasMaxLength(20);
        builder.Property(x => x.Label).HasMaxLength(70);
    }
}

/// <summary>Registers and their owners.</summary>
public static class OwnerRegisters
{
    /// <summary>The register that a vote of this area is opened with today; none where none was adopted.</summary>
    public static Task<OwnerRegister?> RegisterInForce(this MeetingsDb db, Guid areaId, CancellationToken ct) =>
        db.OwnerRegisters.Where(x => x.AreaId == areaId && x.State == RegisterState.Adopted).OrderByDescending(x => x.AdoptedAt).FirstOrDefaultAsync(ct);

    /// <summary>The one that was asked for, if it is an adopted one of this area; without one that in force.</summary>
    public static Task<OwnerRegister?> RegisterFor(this MeetingsDb db, Guid areaId, Guid? asked, CancellationToken ct) => asked is null
        ? db.RegisterInForce(areaId, ct) : db.OwnerRegisters.SingleOrDefaultAsync(x => x.Id == asked && x.AreaId == areaId && x.State == RegisterState.Adopted, ct);

    /// <summary>All owners of a vote's register, as it weighs them.</summary>
    public static Task<List<OwnerShare>> SharesOf(this MeetingsDb db, Vote vote, CancellationToken ct) =>
        db.Owners.Where(x => x.RegisterId == vote.RegisterId).Select(x => new OwnerShare(x.Id, x.Area)).ToListAsync(ct);

    /// <summary>For whom this person votes; null where for nobody.</summary>
    public static Task<Owner?> OwnerOf(this MeetingsDb db, Vote vote, Guid person, CancellationToken ct) =>
        db.Owners.Include(x => x.Units).SingleOrDefaultAsync(x => x.RegisterId == vote.RegisterId && x.PersonId == person, ct);

    /// <summary>For whom this person votes, held: an owner's ballots, online and on paper, wait for each other.</summary>
    /// <exception cref="RefusedException">For nobody of this register.</exception>
    public static async Task<Owner> HoldOwnerOf(this MeetingsDb db, Vote vote, Guid person, CancellationToken ct)
    {
        await db.Database.ExecuteSqlAsync($"SELECT 1 FROM owners WHERE register_id = {vote.RegisterId} AND person_id = {person} FOR NO KEY UPDATE", ct);
        return await db.OwnerOf(vote, person, ct) ?? throw new RefusedException(VoteRefusals.NotAnOwner);
    }

    /// <summary>The owner of a unit, as it stands on a paper ballot, held; null in a vote that is not of owners.</summary>
    /// <exception cref="RefusedException">400: no such unit in the register of this vote.</exception>
    public static async Task<Owner?> HoldOwnerAt(this MeetingsDb db, Vote vote, string? unit, CancellationToken ct)
    {
        if (vote.RegisterId is not { } register) return null;
        var label = unit?.Trim() ?? "";
        var id = await db.OwnedUnits.Where(x => x.RegisterId == register && x.Label == label).Select(x => (Guid?)x.OwnerId).SingleOrDefaultAsync(ct)
                 ?? throw new RefusedException(PaperRefusals.UnknownUnit);
        await db.Database.ExecuteSqlAsync($"SELECT 1 FROM owners WHERE id = {id} FOR NO KEY UPDATE", ct);
        return await db.Owners.SingleAsync(x => x.Id == id, ct);
    }
}
