using System.Globalization;
using System.Text;
using QRCoder;

namespace Platform.Web.Kit;

/// <summary>A QR code as one SVG path: sharp at any size, and no picture to ask for.</summary>
public static class QrPath
{
    /// <summary>The path in a square of so many modules, the quiet zone of four included. At level Q a torn or rained-on quarter can still be read.</summary>
    public static (string Path, int Size) Of(string text, QRCodeGenerator.ECCLevel level = QRCodeGenerator.ECCLevel.Q)
    {
        using var code = QRCodeGenerator.GenerateQrCode(text, level);
        var (rows, path) = (code.ModuleMatrix, new StringBuilder());
        for (var y = 0; y < rows.Count; y++)
        {
            for (var x = 0; x < rows.Count; x++)
            {
                if (!rows[y][x]) continue;
                var from = x;
                while (x + 1 < rows.Count && rows[y][x + 1]) x++;
                path.Append(CultureInfo.InvariantCulture, $"M{from} {y}h{x - from + 1}v1h-{x - from + 1}z");
            }
        }

        return (path.ToString(), rows.Count);
    }
}
