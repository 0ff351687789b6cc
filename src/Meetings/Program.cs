using Platform.Kernel.Doors;
using Platform.Kernel.Hosting;
using Platform.Meetings;
using Platform.Meetings.Data;
using Platform.Meetings.Features;

var builder = WebApplication.CreateBuilder(args);
builder.AddPlatform<MeetingsDb>("meetings");
builder.Services.AddValidation();
builder.Services.AddPlatformGrpcClient<Platform.Contracts.Issues.Grpc.V1.Issues.IssuesClient>("issues");
builder.Services.AddScoped<IssueTexts>();
builder.Services.AddScoped<CalendarFeed>();
builder.Services.AddScoped<Counted>();
builder.Services.AddSingleton<KeepSeries>();
if (!args.Contains("--migrate") && builder.Configuration["openapi"] is null) builder.Services.AddHostedService(services => services.GetRequiredService<KeepSeries>());

var app = builder.Build();
app.UsePlatform();
app.MapMeetings();
await app.RunPlatform<MeetingsDb>();

/// <summary>The service; public so that tests can start it.</summary>
public partial class Program;
