using System.Data.Common;

namespace Platform.Kernel.Data;

/// <summary>What is said around a command, in the same round trip.</summary>
internal static class Enclosing
{
    public static void Enclose(this DbCommand command, string before, string after) =>
        command.CommandText = $"{before};\n{command.CommandText.TrimEnd(' ', '\r', '\n', ';')};\n{after}";
}
