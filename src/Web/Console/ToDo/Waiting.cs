namespace Platform.Web.Console.ToDo;

/// <summary>Something that waits for the reader: of which kind (as the words know it: Meetings.Publish), where it is done, since when it waits or by when it is due.</summary>
public sealed record Waiting(string What, string Title, string Href, DateTimeOffset? Since, DateOnly? DueOn);

/// <summary>All that waits of one kind: how many, where they are listed, and those that come first.</summary>
public sealed record WaitingKind(string What, int Count, string Href, IReadOnlyList<Waiting> First);
