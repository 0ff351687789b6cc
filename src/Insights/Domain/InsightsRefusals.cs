using Platform.Kernel.Refusals;

namespace Platform.Insights.Domain;

/// <summary>What Insights refuses, beyond the kernel's.</summary>
public static class InsightsRefusals
{
    public static readonly Refusal BadMonth = new("insights.bad-month", StatusCodes.Status400BadRequest);
    public static readonly Refusal UnknownReceipt = new("receipt.unknown", StatusCodes.Status404NotFound);
}
