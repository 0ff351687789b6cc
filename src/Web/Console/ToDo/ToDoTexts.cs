namespace Platform.Web.Console.ToDo;

/// <summary>The words of the console's home: ToDoTexts.resx (Chinese) and ToDoTexts.en.resx.</summary>
public sealed class ToDoTexts;
