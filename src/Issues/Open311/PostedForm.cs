using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Platform.Issues.Domain;
using Platform.Kernel.Personal;
using Platform.Kernel.Refusals;

namespace Platform.Issues.Open311;

/// <summary>Reads what was posted, field by field, and keeps everything that is wrong with it: a client is told all at once.</summary>
public sealed class PostedForm(IFormCollection form)
{
    /// <summary>What may be in it, for the description.</summary>
    public const string Fields = "A form: jurisdiction_id, api_key, service_code, and a location (lat and long in WGS-84, address_string or address_id); description, first_name, "
        + "last_name, phone, email, media_url, and attribute[CODE] for what the service's definition asks, once for each choice of a list.";

    private readonly List<Refusal> _wrong = [];

    /// <summary>What is wrong; empty where nothing is.</summary>
    public IReadOnlyList<Refusal> Wrong => _wrong;

    public string? Text(string name, int atMost)
    {
        var text = form[name].ToString().Trim();
        if (text.Length <= atMost && !text.Contains('\0', StringComparison.Ordinal)) return text.Length is 0 ? null : text;
        return Bad<string>(name);
    }

    public string? Needed(string name, int atMost)
    {
        var text = Text(name, atMost);
        if (text is null && form[name].ToString().Trim().Length is 0) _wrong.Add(IssueRefusals.FieldNeeded.With(name));
        return text;
    }

    /// <summary>WGS-84: both or none.</summary>
    public (double Latitude, double Longitude)? Point()
    {
        var (lat, @long) = (form["lat"].ToString().Trim(), form["long"].ToString().Trim());
        if (lat.Length + @long.Length is 0) return null;
        return double.TryParse(lat, NumberStyles.Float, CultureInfo.InvariantCulture, out var y) && Math.Abs(y) <= 90
            && double.TryParse(@long, NumberStyles.Float, CultureInfo.InvariantCulture, out var x) && Math.Abs(x) <= 180 ? (y, x) : BadPoint();
    }

    public string? Phone()
    {
        if (Text("phone", 40) is not { } typed) return null;
        try { return Phones.Normal(typed); }
        catch (RefusedException) { return Bad<string>("phone"); }
    }

    public string? Email() => Text("email", PostLimits.Email) is { } email ? new EmailAddressAttribute().IsValid(email) ? email : Bad<string>("email") : null;

    public string? MediaUrl() => Text("media_url", PostLimits.MediaUrl) is not { } url ? null
        : Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address.AbsoluteUri : Bad<string>("media_url");

    /// <summary>attribute[CODE]=…, and attribute[CODE][]=… once for each choice. What the street does not ask for is not kept.</summary>
    public IReadOnlyList<Answered> Answers(IReadOnlyList<Question> questions)
    {
        var answers = new List<Answered>();
        foreach (var asked in questions.Where(x => x.ExpectsAnswer))
        {
            var name = $"attribute[{asked.Code}]";
            string[] sent = [.. form[name].Concat(form[$"{name}[]"]).Select(x => x?.Trim() ?? "").Where(x => x.Length > 0)];
            if (sent.Length is 0)
            {
                if (asked.Required) _wrong.Add(IssueRefusals.FieldNeeded.With(name));
            }
            else if (asked.Read(sent) is { } values && !values.Any(x => x.Contains('\0', StringComparison.Ordinal))) answers.Add(new Answered(asked.Code, asked.Description, values));
            else _wrong.Add(IssueRefusals.BadField.With(name));
        }

        return answers;
    }

    public void Lacks(Refusal refusal) => _wrong.Add(refusal);

    private T? Bad<T>(string name) where T : class
    {
        _wrong.Add(IssueRefusals.BadField.With(name));
        return null;
    }

    private (double, double)? BadPoint()
    {
        _wrong.Add(IssueRefusals.BadField.With("lat, long"));
        return null;
    }
}
