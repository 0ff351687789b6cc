using Platform.Kernel.Data;

namespace Platform.Insights.Data;

internal sealed class InsightsDbDesign : DesignTime<InsightsDb>;
