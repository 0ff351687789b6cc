namespace Platform.Standalone;

/// <summary>Something that the person at the keyboard can put right; the message is the whole error, without a stack trace.</summary>
public sealed class CannotStartException(string message) : Exception(message);
