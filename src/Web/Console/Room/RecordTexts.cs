namespace Platform.Web.Console.Room;

/// <summary>The words of the room's record and its papers: RecordTexts.resx.</summary>
public sealed class RecordTexts;
