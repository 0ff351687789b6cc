using Platform.Demonstration.Api;

namespace Platform.Demonstration.Life;

/// <summary>Everybody who plays, by Directory's numbers, each signed in when first needed; and what was founded for them.</summary>
internal sealed class Cast(Gateway gateway)
{
    public const int Resident = 1, Lead = 2, Convenor = 4, Owners = 8, Property = 9, Officer = 10, Admin = 11, Contact = 12, Gardener = 13;

    private readonly Dictionary<int, Player> _players = [];

    public Gateway Gateway => gateway;
    public Guid RedCouncil { get; set; }
    public Guid GardenLovers { get; set; }

    /// <summary>The number under which the dead corner was reported.</summary>
    public string? DeadCorner { get; set; }

    public Dictionary<string, Guid> Units { get; } = [];
    public Dictionary<string, Guid> Resources { get; } = [];

    public Task<Player> Staff => this[5];
    public Task<Player> Verifier => this[6];
    public Task<Player> Secretary => this[7];

    public Task<Player> this[int number] => Of(number);

    /// <summary>A day, as the street counts it, so many from today.</summary>
    public static DateOnly Day(int days) => DateOnly.FromDateTime(Now.ToOffset(TimeSpan.FromHours(8)).DateTime).AddDays(days);

    public static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    /// <summary>An hour of that day there.</summary>
    public static DateTimeOffset At(int days, int hour) => new(Day(days), new TimeOnly(hour, 0), TimeSpan.FromHours(8));

    private async Task<Player> Of(int number)
    {
        if (!_players.TryGetValue(number, out var player)) _players[number] = player = await Player.SignIn(gateway, Zhangmiao.Phone(number));
        return player;
    }
}
