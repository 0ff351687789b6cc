namespace Platform.Web.Console.Votes;

/// <summary>The words of the console's pages about votes, paper ballots and registers of owners: VotesTexts.resx (Chinese) and VotesTexts.en.resx.</summary>
public sealed class VotesTexts;
