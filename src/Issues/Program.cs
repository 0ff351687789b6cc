using Platform.Issues;
using Platform.Issues.Data;
using Platform.Issues.Features;
using Platform.Kernel.Hosting;

var builder = WebApplication.CreateBuilder(args);
builder.AddPlatform<IssuesDb>("issues");
builder.Services.AddValidation();
builder.Services.AddSingleton<KeepClocks>();
builder.Services.AddSingleton<ForgetPhotos>();
builder.Services.AddSingleton<KeepImports>();
if (!args.Contains("--migrate") && builder.Configuration["openapi"] is null)
{
    builder.Services.AddHostedService(services => services.GetRequiredService<KeepClocks>());
    builder.Services.AddHostedService(services => services.GetRequiredService<ForgetPhotos>());
    builder.Services.AddHostedService(services => services.GetRequiredService<KeepImports>());
}

var app = builder.Build();
app.UsePlatform();
app.MapIssues();
await app.RunPlatform<IssuesDb>(GiveCategories.ToEveryStreet);

/// <summary>Named so that tests can start it.</summary>
public partial class Program;
