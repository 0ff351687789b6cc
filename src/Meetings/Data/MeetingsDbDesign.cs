using Platform.Kernel.Data;

namespace Platform.Meetings.Data;

internal sealed class MeetingsDbDesign : DesignTime<MeetingsDb>;
