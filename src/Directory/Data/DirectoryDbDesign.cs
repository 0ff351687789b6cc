using Platform.Kernel.Data;

namespace Platform.Directory.Data;

internal sealed class DirectoryDbDesign : DesignTime<DirectoryDb>;
