using Platform.Kernel.Hosting;
using Platform.Partners;
using Platform.Partners.Data;

var builder = WebApplication.CreateBuilder(args);
builder.AddPlatform<PartnersDb>("partners");
builder.Services.AddValidation();

var app = builder.Build();
app.UsePlatform();
app.MapPartners();
await app.RunPlatform<PartnersDb>();
