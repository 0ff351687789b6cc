using Platform.Standalone.Processes;

namespace Platform.Standalone;

/// <summary>
/// Plays aspire/Demonstration once, beside the platform that is ready already. It writes down how far it came, and is not played again on
/// the same data; nobody's work depends on it, so that its failure is only said.
/// </summary>
public static class DemonstrationLife
{
    /// <summary>Returns when it is played, has failed, or the platform stops.</summary>
    public static async Task Play(string checkout, StateDirectory state, Options options, string gateway, CancellationToken stop)
    {
        var program = Path.Combine(checkout, "aspire/Demonstration/bin/Release/net10.0/Platform.Demonstration.dll");
        var marker = state.In("demonstration");
        if (!options.Demo || File.Exists(marker) || !File.Exists(program)) return;
        try
        {
            await Child.Run(new Command("demonstration", "dotnet", program, gateway, marker), state, stop);
            Running.Say("演示数据已生成 / Demonstration data is there");
        }
        catch (CannotStartException failed)
        {
            Running.Say($"The demonstration data is not complete: {failed.Message}");
        }
        catch (OperationCanceledException)
        {
            // The platform stops first.
        }
    }
}
