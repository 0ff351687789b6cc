using Platform.Directory;
using Platform.Directory.Data;
using Platform.Directory.Grpc;
using Platform.Directory.SignIn;
using Platform.Directory.Start;
using Platform.Kernel.Doors;
using Platform.Kernel.Hosting;

var builder = WebApplication.CreateBuilder(args);
var settings = Settings.From(builder.Configuration);
if (IsMigration(builder.Configuration)) PlatformKeys.MakeIn(settings.KeyDirectory);
builder.Services.AddSingleton(settings);
builder.Services.AddScoped<IMemberships, RightsFromTables>().AddScoped<IStreets, StreetsFromTables>();
builder.Services.TrustOwnTokens(settings);
builder.AddPlatform<DirectoryDb>("directory");
builder.Services.AddValidation();
builder.Services.AddSingleton<ISmsSender, SmsFiles>();
builder.AddSignIn(settings);

var app = builder.Build();
app.UseIssuersAddress(settings);
app.UsePlatform();
app.MapDirectory();
app.MapSignIn();
app.MapQuestions();
await app.RunPlatform<DirectoryDb>(Seed.Run);

/// <summary>Directory's process.</summary>
public partial class Program
{
    internal static bool IsMigration(IConfiguration configuration) =>
        configuration["migrate"] is not null || Environment.GetCommandLineArgs().Contains("--migrate");

    internal static bool IsStep(IConfiguration configuration) => IsMigration(configuration) || configuration["openapi"] is not null;
}
