using System.Text.Json.Serialization;
using Platform.Kernel.Data;
using Platform.Kernel.Refusals;

namespace Platform.Volunteers.Domain;

/// <summary>党员先锋, 文明新风, 退役军人, 爱绿达人, 自治小组.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TeamKind>))]
public enum TeamKind { PartyPioneers, Civility, Veterans, GardenLovers, SelfGovernance }

/// <summary>A team 队伍 of volunteers: where it works, who leads it, and whether it takes newcomers.</summary>
public sealed class Team : Aggregate
{
    private Team() { }

    public string Name { get; private set; } = "";
    public TeamKind Kind { get; private set; }
    public Guid AreaId { get; private set; }

    /// <summary>Runs the team's activities: may arrange, open and finish them, and check people in.</summary>
    public Guid? LeaderId { get; private set; }

    public bool Recruiting { get; private set; }

    public static Team Found(string name, TeamKind kind, Guid areaId, Guid? leaderId, bool recruiting) =>
        new() { Name = name, Kind = kind, AreaId = areaId, LeaderId = leaderId, Recruiting = recruiting };

    public void Change(string name, TeamKind kind, Guid? leaderId, bool recruiting) =>
        (Name, Kind, LeaderId, Recruiting) = (name, kind, leaderId, recruiting);

    /// <summary>Takes a newcomer. That nobody joins twice is held by a unique index, so that thousands may join without a lock.</summary>
    public TeamMember Admit(Guid personId, DateTimeOffset at) =>
        Recruiting ? new TeamMember(Id, personId, at) : throw new RefusedException(VolunteerRefusals.TeamNotRecruiting);
}

/// <summary>That a person is in a team, since when.</summary>
public sealed class TeamMember(Guid teamId, Guid personId, DateTimeOffset since) : TenantRow
{
    public Guid TeamId { get; private init; } = teamId;
    public Guid PersonId { get; private init; } = personId;
    public DateTimeOffset Since { get; private init; } = since;
}
