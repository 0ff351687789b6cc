namespace Platform.Volunteers.Domain;

/// <summary>Star levels 星级: one star from 100 hours, two from 300, three from 600, four from 1,000, five from 1,500.</summary>
public static class Stars
{
    public static readonly IReadOnlyList<int> Hours = [100, 300, 600, 1000, 1500];

    public static int Of(int minutes) => Hours.Count(x => minutes >= x * 60);

    /// <returns>The hours of the next star; null for who has all five.</returns>
    public static int? Next(int minutes) => Hours.Where(x => minutes < x * 60).Select(x => (int?)x).FirstOrDefault();
}
