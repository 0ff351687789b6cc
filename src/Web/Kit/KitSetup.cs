namespace Platform.Web.Kit;

/// <summary>What the kit's components need of the host.</summary>
public static class KitSetup
{
    public static void AddKit(this IServiceCollection services)
    {
        services.AddScoped<Dates>();
        services.AddScoped<Notices>();
        services.AddTransient<FormProblem>();
    }
}
