using Platform.Kernel.Data;
using Platform.Kernel.Refusals;

namespace Platform.Issues.Domain;

/// <summary>How far an import is.</summary>
public enum ImportState { Staged, Importing, Done, Discarded }

/// <summary>
/// One sheet of the hotline's orders 热线工单导入: looked at first, and taken over once somebody says so. How far it is, is counted from its rows,
/// so that no number can be out of step with them.
/// </summary>
public sealed class ImportRun : Aggregate
{
    private ImportRun() { }

    public string FileName { get; private init; } = "";

    /// <summary>The areas that whoever uploaded it is responsible for: no row goes beyond them, and whoever sees it holds all of them.</summary>
    public IReadOnlyList<string> Scope { get; private init; } = [];

    public Guid UploadedById { get; private init; }
    public DateTimeOffset UploadedAt { get; private init; }
    public int Rows { get; private init; }

    /// <summary>How many were new when it was looked at.</summary>
    public int ToImport { get; private init; }

    public ImportState State { get; private set; }
    public Guid? StartedById { get; private set; }
    public Contracts.Directory.V1.Role? StartedByRole { get; private set; }
    public DateTimeOffset? StartedAt { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>What was typed is no longer kept: its wrong rows can't be had as a sheet any more.</summary>
    public bool Forgotten { get; private set; }

    public static ImportRun Of(string fileName, IReadOnlyList<string> scope, Guid by, int rows, int toImport, DateTimeOffset now) =>
        new() { FileName = fileName, Scope = scope, UploadedById = by, UploadedAt = now, Rows = rows, ToImport = toImport };

    /// <summary>From now on its new rows become issues, by who says so.</summary>
    public void Start(Actor by, DateTimeOffset now)
    {
        DemandStaged();
        if (ToImport == 0) throw new RefusedException(ImportRefusals.NothingNew);
        (State, StartedById, StartedByRole, StartedAt) = (ImportState.Importing, by.Id, by.As, now);
    }

    public void Finish(DateTimeOffset now) => (State, EndedAt) = (ImportState.Done, now);

    /// <summary>It is not taken over; its rows go.</summary>
    public void Discard(DateTimeOffset now)
    {
        DemandStaged();
        (State, EndedAt, Forgotten) = (ImportState.Discarded, now, true);
    }

    public void Forget() => Forgotten = true;

    private void DemandStaged()
    {
        if (State is not ImportState.Staged) throw new RefusedException(ImportRefusals.NotStaged.With(State));
    }
}
