using Platform.Kernel.Data;
using Platform.Kernel.Refusals;

namespace Platform.Meetings.Domain;

/// <summary>How people come together. One quorum, one roll and one record for all three.</summary>
public enum MeetingMode { InPerson, Online, Hybrid }

/// <summary>Who chairs or keeps the minutes: as they are called, and their account where they have one.</summary>
public sealed record Officer(Guid? PersonId, string Name);

/// <summary>Somebody who came without a seat 列席: heard where the rules let everyone speak, never counted.</summary>
public sealed class Guest : TenantRow
{
    private Guest() { }

    internal Guest(string name, string? from) => (Name, From) = (name, from);

    public Guid MeetingId { get; private init; }
    public string Name { get; private init; } = "";

    /// <summary>Whom they come from: a unit, a building.</summary>
    public string? From { get; private init; }
}

/// <summary>How people meet, who chairs and who writes, and who came besides.</summary>
public sealed partial class Meeting
{
    private readonly List<Guest> _guests = [];

    public MeetingMode Mode { get; private set; }

    /// <summary>Where one joins from afar; none of a meeting in person.</summary>
    public string? Link { get; private set; }

    public Guid? ChairId { get; private set; }
    public string? ChairName { get; private set; }
    public Guid? RecorderId { get; private set; }
    public string? RecorderName { get; private set; }
    public IReadOnlyList<Guest> Guests => _guests;

    /// <exception cref="RefusedException">People are to join from afar, and nobody says where; or what is said is no address.</exception>
    public void Meet(MeetingMode mode, string? link)
    {
        if (mode is MeetingMode.InPerson) link = null;
        else if (!Uri.TryCreate(link, UriKind.Absolute, out var address) || address.Scheme != Uri.UriSchemeHttps) throw new RefusedException(RoomRefusals.LinkNeeded);
        (Mode, Link) = (mode, link);
        Changes++;
    }

    /// <summary>Who chairs and who writes; nobody where none is named.</summary>
    /// <exception cref="RefusedException">The minutes are public: they say who it was.</exception>
    public void Name(Officer? chair, Officer? recorder)
    {
        DemandNotPublic();
        (ChairId, ChairName, RecorderId, RecorderName) = (chair?.PersonId, chair?.Name, recorder?.PersonId, recorder?.Name);
        Changes++;
    }

    /// <exception cref="RefusedException">Not while it is held, or before its minutes are public.</exception>
    public Guest Welcome(string name, string? from)
    {
        DemandRecordOpen();
        var guest = new Guest(name, from);
        _guests.Add(guest);
        Changes++;
        return guest;
    }

    /// <summary>Typed in by mistake.</summary>
    public void TakeBack(Guid guestId)
    {
        DemandRecordOpen();
        if (_guests.RemoveAll(x => x.Id == guestId) == 0) throw new RefusedException(KernelRefusals.NotFound);
        Changes++;
    }

    /// <summary>What is typed in from the room can be until the minutes are public.</summary>
    public void DemandRecordOpen()
    {
        if (State is not (MeetingState.InSession or MeetingState.Concluded)) throw new RefusedException(RoomRefusals.RecordClosed);
    }

    /// <summary>A person's data was erased.</summary>
    public void Forget(Guid personId)
    {
        if (ChairId == personId) (ChairId, ChairName) = (null, "");
        if (RecorderId == personId) (RecorderId, RecorderName) = (null, "");
    }

    private void DemandNotPublic()
    {
        if (State is MeetingState.MinutesPublished) throw new RefusedException(MeetingRefusals.MinutesArePublic);
    }
}
