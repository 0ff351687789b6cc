using Platform.Kernel.Data;

namespace Platform.Partners.Data;

internal sealed class PartnersDbDesign : DesignTime<PartnersDb>;
