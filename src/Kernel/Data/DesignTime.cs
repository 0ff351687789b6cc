using Microsoft.EntityFrameworkCore.Design;

namespace Platform.Kernel.Data;

/// <summary>Lets `dotnet ef migrations add` open a context without starting the service. One empty subclass a service.</summary>
public abstract class DesignTime<TDb> : IDesignTimeDbContextFactory<TDb> where TDb : PlatformDb
{
    public TDb CreateDbContext(string[] args) => Hosting.Database.Open<TDb>("Host=design-time");
}
