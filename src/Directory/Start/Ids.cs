using System.Globalization;

namespace Platform.Directory.Start;

/// <summary>
/// Ids of what the migration step puts in, the same in every installation, so that other demonstration data and tests can refer to them:
/// 01900000-TTTT-7000-8000-KKKKNNNNNNNN with the street T, the kind K and the number N. They sort before every id that is made later.
/// </summary>
internal static class Ids
{
    /// <summary>The platform's operators: a tenant of their own, since they see no residents' data.</summary>
    public const int Operators = 9;

    public static Guid Tenant(int street) => Of(street, 1, 0);

    /// <summary>0 the street, 1 the neighbourhood, 11 … its grids, 101 … its buildings.</summary>
    public static Guid Area(int street, int number) => Of(street, 2, number);

    /// <summary>Numbered as the area.</summary>
    public static Guid Venue(int street, int number) => Of(street, 3, number);

    public static Guid Person(int street, int number) => Of(street, 4, number);

    /// <summary>The person's number and a digit: the first role, the second …</summary>
    public static Guid Membership(int street, int person, int nth) => Of(street, 5, person * 10 + nth);

    public static Guid Integrator(int street, int number) => Of(street, 6, number);

    /// <summary>A service of the platform, where it acts on nobody's behalf.</summary>
    public static Guid Service(int number) => Of(0, 7, number);

    private static Guid Of(int street, int kind, int number) =>
        Guid.Parse(string.Create(CultureInfo.InvariantCulture, $"01900000-{street:d4}-7000-8000-{kind:d4}{number:d8}"));
}
