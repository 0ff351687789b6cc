namespace Platform.Web.Clients;

/// <summary>A file as generated clients send it; they expect it to be written by hand.</summary>
public sealed record FileParameter(Stream Data, string? FileName = null, string? ContentType = null);
