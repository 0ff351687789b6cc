using Platform.Insights;
using Platform.Insights.Data;
using Platform.Kernel.Hosting;

var builder = WebApplication.CreateBuilder(args);
builder.AddPlatform<InsightsDb>("insights");
builder.Services.AddValidation();
builder.Services.AddScoped<ReadModels>().AddScoped<Numbers>().AddScoped<SolvedIssues>();

var app = builder.Build();
app.UsePlatform();
app.MapInsights();
await app.RunPlatform<InsightsDb>();
