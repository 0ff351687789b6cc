using System.Text.Json.Serialization;
using Platform.Issues.Domain;
using Name = System.Text.Json.Serialization.JsonPropertyNameAttribute;

namespace Platform.Issues.Open311;

// The fields of GeoReport v2, by its names and in its order: what is not known is null, not left out.

/// <summary>A kind of matter that can be reported.</summary>
/// <param name="Metadata">Whether more is asked for: see its definition.</param>
/// <param name="Type">Always realtime: the id is answered at once.</param>
public sealed record ServiceView(
    [property: Name("service_code")] string ServiceCode, [property: Name("service_name")] string ServiceName, [property: Name("description")] string? Description,
    [property: Name("metadata")] bool Metadata, [property: Name("type")] string Type, [property: Name("keywords")] string? Keywords, [property: Name("group")] string? Group);

/// <summary>What is asked for beside the words of a report.</summary>
public sealed record ServiceDefinitionView(
    [property: Name("service_code")] string ServiceCode, [property: Name("attributes")] IReadOnlyList<AttributeView> Attributes);

/// <param name="Variable">Whether an answer is expected; otherwise it only informs.</param>
/// <param name="Datatype">string, number, datetime, text, singlevaluelist or multivaluelist.</param>
public sealed record AttributeView(
    [property: Name("variable")] bool Variable, [property: Name("code")] string Code, [property: Name("datatype")] string Datatype,
    [property: Name("required")] bool Required, [property: Name("datatype_description")] string? DatatypeDescription, [property: Name("order")] int Order,
    [property: Name("description")] string Description, [property: Name("values")] IReadOnlyList<ValueView> Values);

public sealed record ValueView([property: Name("key")] string Key, [property: Name("name")] string ValueName);

/// <summary>A request as the public board shows it.</summary>
/// <param name="Status">open or closed.</param>
/// <param name="Description">Its title: the words of a report are not public. Null before anybody of the staff looked at it.</param>
/// <param name="Latitude">Rounded to some hundred metres.</param>
/// <param name="Longitude">Rounded to some hundred metres.</param>
public sealed record ServiceRequestView(
    [property: Name("service_request_id")] Guid ServiceRequestId, [property: Name("status")] string Status, [property: Name("status_notes")] string StatusNotes,
    [property: Name("service_name")] string ServiceName, [property: Name("service_code")] string ServiceCode, [property: Name("description")] string? Description,
    [property: Name("agency_responsible")] string AgencyResponsible, [property: Name("service_notice")] string? ServiceNotice,
    [property: Name("requested_datetime")] DateTimeOffset RequestedDatetime, [property: Name("updated_datetime")] DateTimeOffset UpdatedDatetime,
    [property: Name("expected_datetime")] DateTimeOffset? ExpectedDatetime, [property: Name("address")] string? Address,
    [property: Name("address_id")] string? AddressId, [property: Name("zipcode")] string? Zipcode, [property: Name("lat")] double? Latitude,
    [property: Name("long")] double? Longitude, [property: Name("media_url")] string? MediaUrl)
{
    /// <summary>With extensions=true.</summary>
    [Name("extended_attributes"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ExtendedView? Extended { get; init; }
}

/// <param name="Stage">Our own state of it.</param>
public sealed record ExtendedView(
    [property: Name("stage"), JsonConverter(typeof(JsonStringEnumConverter<IssueStatus>))] IssueStatus Stage, [property: Name("area_id")] Guid AreaId,
    [property: Name("scale")] string? Scale);

/// <summary>What became of a posted request.</summary>
public sealed record PostedView(
    [property: Name("service_request_id")] Guid ServiceRequestId, [property: Name("service_notice")] string ServiceNotice, [property: Name("account_id")] string? AccountId);

public sealed record TokenView([property: Name("service_request_id")] Guid ServiceRequestId, [property: Name("token")] string Token);

/// <summary>How to speak Open311 with this platform.</summary>
public sealed record DiscoveryView(
    [property: Name("changeset")] string Changeset, [property: Name("contact")] string Contact, [property: Name("key_service")] string KeyService,
    [property: Name("endpoints")] IReadOnlyList<EndpointView> Endpoints);

public sealed record EndpointView(
    [property: Name("specification")] string Specification, [property: Name("url")] string Url, [property: Name("changeset")] string Changeset,
    [property: Name("type")] string Type, [property: Name("formats")] IReadOnlyList<string> Formats);
