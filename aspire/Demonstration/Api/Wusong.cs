using System.Globalization;

namespace Platform.Demonstration.Api;

/// <summary>Where things stand in the demonstration's second street, 吴淞街道 with 海滨二村.</summary>
public static class Wusong
{
    /// <summary>In addresses.</summary>
    public const string Code = "wusong";

    /// <summary>The whole neighbourhood, 海滨二村.</summary>
    public static readonly Guid Neighbourhood = Id(2, 1);

    /// <summary>A building by its number, 1 to 8.</summary>
    public static Guid Building(int number) => Id(2, 100 + number);

    /// <summary>Somebody of the demonstration, by number.</summary>
    public static Guid Person(int number) => Id(4, number);

    /// <summary>Their phone.</summary>
    public static string Phone(int number) => string.Create(CultureInfo.InvariantCulture, $"19900002{number:d3}");

    private static Guid Id(int kind, int number) => Guid.Parse(string.Create(CultureInfo.InvariantCulture, $"01900000-0002-7000-8000-{kind:d4}{number:d8}"));
}
