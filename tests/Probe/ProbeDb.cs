using Microsoft.EntityFrameworkCore;
using Platform.Kernel.Data;
using Platform.Kernel.Places;

namespace Platform.Probe;

/// <summary>The probe's database.</summary>
public sealed class ProbeDb(DbContextOptions<ProbeDb> options) : PlacesDb(options)
{
    public DbSet<Note> Notes => Set<Note>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Note>(x => { x.ToTable("notes"); x.Ignore(n => n.ReceiptNumber); });
        base.OnModelCreating(modelBuilder);
    }
}

internal sealed class ProbeDbDesign : DesignTime<ProbeDb>;
