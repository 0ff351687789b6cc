using Platform.Kernel.Hosting;
using Platform.Volunteers;
using Platform.Volunteers.Data;

var builder = WebApplication.CreateBuilder(args);
builder.AddPlatform<VolunteersDb>("volunteers");
builder.Services.AddValidation();

var app = builder.Build();
app.UsePlatform();
app.MapVolunteers();
await app.RunPlatform<VolunteersDb>();
