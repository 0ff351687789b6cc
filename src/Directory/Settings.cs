namespace Platform.Directory;

/// <summary>What Directory is told from outside, read once.</summary>
/// <param name="Issuer">The gateway's public address, which is the OpenID issuer.</param>
/// <param name="Web">The web pages' public address.</param>
/// <param name="KeyDirectory">Where the platform's keys lie.</param>
/// <param name="Demo">Demonstration data, and one-time codes shown to whoever asks for them.</param>
/// <param name="SmsDirectory">Where the default SMS port writes its messages.</param>
public sealed record Settings(Uri Issuer, Uri Web, string KeyDirectory, bool Demo, string? SmsDirectory)
{
    public static Settings From(IConfiguration configuration) => new(
        new Uri(configuration["Platform:Issuer"] ?? throw new InvalidOperationException("Platform:Issuer is not set.")),
        new Uri(configuration["Platform:WebAddress"] ?? "http://localhost:8080"),
        configuration["Platform:KeyDirectory"] ?? "",
        configuration.GetValue("Platform:Demo", false),
        configuration["Sms:Directory"]);

    /// <summary>Signing in over plain HTTP: on this machine only.</summary>
    /// <exception cref="InvalidOperationException">The issuer is a plain HTTP address that others can reach.</exception>
    public bool PlainHttp => Issuer.Scheme == Uri.UriSchemeHttp && (Issuer.IsLoopback ? true
        : throw new InvalidOperationException($"Platform:Issuer {Issuer} must be https: plain HTTP is for loopback addresses only."));
}
