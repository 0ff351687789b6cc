namespace Platform.Worlds;

/// <summary>Where the checkout lies, for tests that read its files.</summary>
public static class Checkout
{
    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    private static string Find(DirectoryInfo? directory) =>
        directory is null ? throw new InvalidOperationException("Platform.sln is nowhere above the tests.")
            : File.Exists(Path.Combine(directory.FullName, "Platform.sln")) ? directory.FullName : Find(directory.Parent);
}
