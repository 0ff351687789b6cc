using System.Diagnostics;

namespace Platform.Standalone.Tests;

/// <summary>./platform on a machine of one's own making: the script in a checkout of its own, and a PATH that has everything except what is taken away or put in its place.</summary>
internal sealed class PlatformScript : IDisposable
{
    private readonly string _root = System.IO.Directory.CreateTempSubdirectory("platform-script-").FullName;

    public PlatformScript()
    {
        File.Copy(Path.Combine(Checkout.Root, "platform"), In("platform"));
        foreach (var part in (string[])["src", "aspire", "tests", "global.json"]) File.CreateSymbolicLink(In(part), Path.Combine(Checkout.Root, part));
        System.IO.Directory.CreateDirectory(In("bin"));
        System.IO.Directory.CreateDirectory(In(".local"));
        foreach (var directory in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Where(System.IO.Directory.Exists))
            foreach (var program in System.IO.Directory.EnumerateFiles(directory))
                if (File.Exists(program) && !File.Exists(Bin(Path.GetFileName(program)))) File.CreateSymbolicLink(Bin(Path.GetFileName(program)), program);
    }

    /// <summary>A place in its checkout.</summary>
    public string In(string name) => Path.Combine(_root, name);

    /// <summary>The machine does not have it.</summary>
    public PlatformScript Without(params string[] programs)
    {
        foreach (var program in programs) File.Delete(Bin(program));
        return this;
    }

    /// <summary>The machine has this in its place.</summary>
    public PlatformScript With(string program, string shell)
    {
        File.Delete(Bin(program));
        File.WriteAllText(Bin(program), $"#!/bin/sh\n{shell}\n");
        File.SetUnixFileMode(Bin(program), (UnixFileMode)Convert.ToInt32("755", 8));
        return this;
    }

    public async Task<(int Code, string Words)> Run(params string[] arguments)
    {
        var start = new ProcessStartInfo("/bin/bash", [In("platform"), .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        start.Environment["PATH"] = In("bin");
        start.Environment.Remove("CHROMIUM");
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(1));
        return (process.ExitCode, await output + await errors);
    }

    public void Dispose() => System.IO.Directory.Delete(_root, recursive: true);

    private string Bin(string program) => Path.Combine(In("bin"), program);
}
