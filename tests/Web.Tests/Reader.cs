using System.Globalization;
using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Primitives;
using Platform.Web.Gateway;
using Platform.Web.SignIn;

namespace Platform.Web.Tests;

/// <summary>
/// Somebody signed in who asks for one page, and the handlers that every call to the gateway goes through. In place of the network there is a function;
/// the cookie is real.
/// </summary>
internal sealed class Reader : IHttpClientFactory, IDisposable
{
    private readonly Func<HttpRequestMessage, HttpResponseMessage> _gateway;
    private readonly ServiceProvider _services;
    private readonly List<IDisposable> _made = [];

    private Reader(Func<HttpRequestMessage, HttpResponseMessage> gateway)
    {
        _gateway = gateway;
        // What a request's own choice of language would have set.
        CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.GetCultureInfo("zh-CN");
        var services = new ServiceCollection();
        services.AddLogging().AddDataProtection();
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie();
        services.AddSingleton<IHttpClientFactory>(this).AddSingleton(TimeProvider.System);
        services.AddScoped(x => new TokenRefresh(this, TimeProvider.System, NullLogger<TokenRefresh>.Instance));
        _services = services.BuildServiceProvider();
        Http = new DefaultHttpContext { RequestServices = _services.CreateScope().ServiceProvider };
    }

    public DefaultHttpContext Http { get; private set; }

    /// <summary>Everything that was asked, with the headers that it had then.</summary>
    public List<(string Method, string Path, string? Token, string? IfMatch, string? Key)> Asked { get; } = [];

    /// <summary>Signs in with these tokens and comes back with the cookie.</summary>
    public static async Task<Reader> With(string access, string refresh, Func<HttpRequestMessage, HttpResponseMessage> gateway)
    {
        var reader = new Reader(gateway);
        var ticket = new AuthenticationProperties { IsPersistent = true };
        new Tokens { AccessToken = access, RefreshToken = refresh, ExpiresIn = 1800 }.PutInto(ticket, DateTimeOffset.UnixEpoch);
        await reader.Http.SignInAsync(new ClaimsPrincipal(new ClaimsIdentity([new Claim("sub", "1")], "test")), ticket);
        reader.Next();
        return reader;
    }

    /// <summary>The same browser's next request.</summary>
    public void Next(params (string Name, string Value)[] form)
    {
        var cookies = Http.Response.Headers.SetCookie.Select(x => x!.Split(';')[0]).DefaultIfEmpty(Http.Request.Headers.Cookie.ToString());
        Http = new DefaultHttpContext { RequestServices = _services.CreateScope().ServiceProvider };
        Http.Request.Headers.Cookie = string.Join("; ", cookies);
        if (form.Length == 0) return;
        Http.Request.Method = "POST";
        Http.Request.ContentType = "application/x-www-form-urlencoded";
        Http.Request.Form = new FormCollection(form.ToDictionary(x => x.Name, x => new StringValues(x.Value)));
    }

    /// <summary>A client as pages have it.</summary>
    public HttpClient Client()
    {
        var accessor = new HttpContextAccessor { HttpContext = Http };
        return Made(new HttpClient(new AsSeen(accessor) { InnerHandler = new AsSignedInPerson(accessor) { InnerHandler = new Network(this) } }) { BaseAddress = new Uri("http://gateway") });
    }

    public HttpClient CreateClient(string name) => Made(new HttpClient(new Network(this)) { BaseAddress = new Uri("http://gateway") });

    public static HttpResponseMessage Answer(HttpStatusCode status, string body = "{}", int? version = null)
    {
        var answer = new HttpResponseMessage(status) { Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json") };
        if (version is { } x) answer.Headers.ETag = new($"\"{x.ToString(CultureInfo.InvariantCulture)}\"");
        return answer;
    }

    public void Dispose()
    {
        foreach (var one in _made) one.Dispose();
        _services.Dispose();
    }

    private HttpClient Made(HttpClient client)
    {
        _made.Add(client);
        return client;
    }

    private sealed class Network(Reader reader) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            reader.Asked.Add((request.Method.Method, request.RequestUri!.AbsolutePath, request.Headers.Authorization?.Parameter,
                request.Headers.IfMatch.SingleOrDefault()?.Tag, request.Headers.TryGetValues("Idempotency-Key", out var key) ? key.Single() : null));
            return Task.FromResult(reader._gateway(request));
        }
    }
}
