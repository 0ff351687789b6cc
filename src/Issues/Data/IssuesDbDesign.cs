using Platform.Kernel.Data;

namespace Platform.Issues.Data;

internal sealed class IssuesDbDesign : DesignTime<IssuesDb>;
