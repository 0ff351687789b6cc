using Platform.Kernel.Hosting;
using Platform.Kernel.Tests.Probe;

namespace Platform.Kernel.Tests.Probe;

/// <summary>The smallest service that the kernel can carry: one aggregate, one reaction. Tests of the kernel look at it.</summary>
public static class ProbeService
{
    public static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.AddPlatform<ProbeDb>("probe");
        builder.Services.AddValidation();
        var app = builder.Build();
        app.UsePlatform();
        app.MapNotes();
        return app;
    }
}
