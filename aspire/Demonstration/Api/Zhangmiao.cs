using System.Globalization;

namespace Platform.Demonstration.Api;

/// <summary>Where things stand in the demonstration's first street; Directory's README tells how its ids and phones are made.</summary>
public static class Zhangmiao
{
    /// <summary>张庙街道 itself.</summary>
    public static readonly Guid Street = Area(0);

    /// <summary>The whole neighbourhood, 泗塘三村.</summary>
    public static readonly Guid Neighbourhood = Area(1);

    /// <summary>第一网格 is 1.</summary>
    public static Guid Grid(int number) => Area(10 + number);

    /// <summary>A building by its number.</summary>
    public static Guid Building(int number) => Area(100 + number);

    /// <summary>Somebody of the demonstration, by number.</summary>
    public static Guid Person(int number) => Id(4, number);

    /// <summary>Their phone.</summary>
    public static string Phone(int number) => string.Create(CultureInfo.InvariantCulture, $"19900001{number:d3}");

    private static Guid Area(int number) => Id(2, number);

    private static Guid Id(int kind, int number) => Guid.Parse(string.Create(CultureInfo.InvariantCulture, $"01900000-0001-7000-8000-{kind:d4}{number:d8}"));
}
