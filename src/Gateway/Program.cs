using Platform.Gateway;
using Platform.Kernel.Http;
using Platform.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
builder.AddServiceDefaults();
builder.Services.AddPlatformProblems()
    .AddWords(builder.Configuration)
    .AddTokens(builder.Configuration)
    .AddLimits(builder.Configuration)
    .AddStrangers(builder.Configuration)
    .AddRoutes()
    .AddHealth()
    .AddMergedDescription();

var app = builder.Build();
app.UseStrangers();
app.UseWords();
app.UseRouting();
app.UseCors();
app.UseAuthentication();
app.UseMiddleware<Open311Keys>();
app.UseRateLimiter();
app.UseAuthorization();
app.UseMiddleware<SizeLimits>();
app.UseRequestTimeouts();
app.MapHealth();
app.MapMergedDescription();
app.MapRoutes();
app.Run();
