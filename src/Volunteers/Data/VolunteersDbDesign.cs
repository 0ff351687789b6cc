using Platform.Kernel.Data;

namespace Platform.Volunteers.Data;

internal sealed class VolunteersDbDesign : DesignTime<VolunteersDb>;
