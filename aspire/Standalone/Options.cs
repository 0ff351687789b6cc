using System.Globalization;

namespace Platform.Standalone;

/// <summary>What was asked for on the command line.</summary>
public sealed class Options
{
    /// <summary>up, servers, down, status, stop, start or report.</summary>
    public string Verb { get; private set; } = "up";

    /// <summary>What follows the verb and is no option: a process's name, a directory of test reports.</summary>
    public List<string> Names { get; } = [];

    /// <summary>Demonstration data and codes on the page, unless told --empty.</summary>
    public bool Demo { get; private set; } = true;

    /// <summary>Replicas by service; 1 where nothing is said.</summary>
    public Dictionary<string, int> Replicas { get; } = [];

    /// <summary>Ports chosen by name, e.g. web=9000.</summary>
    public Dictionary<string, int> Ports { get; } = [];

    /// <summary>Any free ports: for tests, which run beside a started platform.</summary>
    public bool RandomPorts { get; private set; }

    /// <summary>Where everything is kept; null: the default of the checkout.</summary>
    public string? State { get; private set; }

    /// <summary>Whether to start the dashboard where it is installed.</summary>
    public bool Dashboard { get; private set; } = true;

    /// <summary>down --data: forget everything.</summary>
    public bool Data { get; private set; }

    /// <summary>report --failed 1: what failed besides the tests themselves, as the format check.</summary>
    public int Failed { get; private set; }

    /// <summary>Reads the arguments, and says plainly which of them it does not understand.</summary>
    public static Options Parse(IEnumerable<string> arguments)
    {
        var options = new Options();
        var rest = new Queue<string>(arguments);
        if (rest.Count > 0 && !rest.Peek().StartsWith('-')) options.Verb = rest.Dequeue();
        while (rest.TryDequeue(out var word))
        {
            if (word.StartsWith("--", StringComparison.Ordinal) && word.IndexOf('=', StringComparison.Ordinal) is > 0 and var at)
                options.Take(word[..at], () => word[(at + 1)..]);
            else
                options.Take(word, () => rest.TryDequeue(out var value) ? value : throw new CannotStartException($"{word} needs a value."));
        }

        return options;
    }

    private void Take(string word, Func<string> value)
    {
        switch (word)
        {
            case "--demo": Demo = true; break;
            case "--empty": Demo = false; break;
            case "--data": Data = true; break;
            case "--no-dashboard": Dashboard = false; break;
            case "--state": State = Path.GetFullPath(value()); break;
            case "--replicas": Pairs(word, value(), Replicas); break;
            case "--port": Pairs(word, value(), Ports); break;
            case "--failed": Failed = int.Parse(value(), CultureInfo.InvariantCulture); break;
            case "--ports":
                if (value() is not "random") throw new CannotStartException("--ports takes the word random; a single one is set by --port web=9000.");
                RandomPorts = true;
                break;
            default:
                if (word.StartsWith('-')) throw new CannotStartException($"There is no option {word}; ./platform help lists them.");
                Names.Add(word);
                break;
        }
    }

    private static void Pairs(string option, string text, Dictionary<string, int> into)
    {
        foreach (var pair in text.Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = pair.Split('=');
            if (parts.Length != 2 || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number is < 1 or > 65535)
                throw new CannotStartException($"{option} takes name=number, not '{pair}'.");
            into[parts[0]] = number;
        }
    }
}
