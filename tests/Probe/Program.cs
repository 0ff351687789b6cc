using Platform.Kernel.Hosting;
using Platform.Probe;

// The smallest service that the kernel can carry: one aggregate, one reaction. The kernel's tests look at it.
var builder = WebApplication.CreateBuilder(args);
builder.AddPlatform<ProbeDb>("probe");
builder.Services.AddValidation();

var app = builder.Build();
app.UsePlatform();
app.MapNotes();
await app.RunPlatform<ProbeDb>();

public partial class Program;
