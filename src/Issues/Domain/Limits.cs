namespace Platform.Issues.Domain;

/// <summary>How long things may be, in characters.</summary>
public static class Limits
{
    public const int Title = 80, Text = 4_000, Campaign = 40, Words = 1_000, What = 500, Comment = 500, Whose = 100, ExternalNumber = 60, CategoryCode = 40, CategoryName = 40, RuleName = 60;
}
