using Platform.Kernel.Hosting;
using Platform.Volunteers;
using Platform.Volunteers.Data;
using Platform.Volunteers.Demo;

var builder = WebApplication.CreateBuilder(args);
builder.AddPlatform<VolunteersDb>("volunteers");
builder.Services.AddValidation();

var app = builder.Build();
app.UsePlatform();
app.MapVolunteers();
await app.RunPlatform<VolunteersDb>(Demonstration.Plant);
