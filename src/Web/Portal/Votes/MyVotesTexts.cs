namespace Platform.Web.Portal.Votes;

/// <summary>The words of ballots and of an owner's votes on a phone: MyVotesTexts.resx (Chinese) and MyVotesTexts.en.resx.</summary>
public sealed class MyVotesTexts;
