using System.Text.Json;
using Platform.Kernel.Places;

namespace Platform.Issues.Domain;

/// <summary>What the columns of the hotline's sheet are; their titles are in RefusalTexts under these names.</summary>
public enum HotlineColumn { Number, CalledAt, Category, Title, Content, Area, Community, Building, Address, Caller, Phone, WantedBy, Confidential }

/// <summary>A row of that sheet as it was typed: a cell for each column, empty where the sheet has none.</summary>
public sealed record HotlineCells(IReadOnlyList<string> Cells)
{
    public string this[HotlineColumn column] => Cells.ElementAtOrDefault((int)column) ?? "";

    public string AsText() => JsonSerializer.Serialize(Cells);

    public static HotlineCells From(string text) => new(JsonSerializer.Deserialize<List<string>>(text)!);
}

/// <summary>A work order of the 12345 hotline 热线工单, as far as a street deals with it.</summary>
public sealed record HotlineOrder
{
    public required string Number { get; init; }

    /// <summary>The day of the call.</summary>
    public required DateOnly CalledOn { get; init; }

    public required string Category { get; init; }
    public required string Title { get; init; }
    public required string Content { get; init; }
    public required AreaCopy Area { get; init; }
    public string? Address { get; init; }
    public string Caller { get; init; } = "";
    public string? Phone { get; init; }
    public DateOnly? WantedBy { get; init; }
    public bool IsConfidential { get; init; }
}
