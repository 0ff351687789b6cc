using System.Buffers.Binary;
using System.IO.Compression;

namespace Platform.Demonstration.Acts;

/// <summary>A photo to send, drawn here: a wall, rubbish before it, a wire above. A PNG in as few lines as that takes.</summary>
public static class Drawing
{
    private const int Width = 640, Height = 480;

    /// <summary>One picture; another seed moves what lies there.</summary>
    public static byte[] Of(int seed)
    {
        using var png = new MemoryStream();
        png.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, Width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), Height);
        (header[8], header[9]) = (8, 2);
        Chunk(png, "IHDR", header);
        Chunk(png, "IDAT", Compressed(seed));
        Chunk(png, "IEND", []);
        return png.ToArray();
    }

    private static byte[] Compressed(int seed)
    {
        using var data = new MemoryStream();
        using (var zip = new ZLibStream(data, CompressionLevel.Fastest))
            for (var y = 0; y < Height; y++)
            {
                zip.WriteByte(0);
                for (var x = 0; x < Width; x++) zip.Write(Colour(x, y, seed));
            }

        return data.ToArray();
    }

    private static byte[] Colour(int x, int y, int seed)
    {
        if (y < 260) return Math.Abs(y - 60 - x / 12) < 3 ? [40, 40, 40] : [150, (byte)(180 + y / 8), 220];
        var heap = (x - 180 - seed * 37 % 240) * (x - 180 - seed * 37 % 240) / 90 + (y - 400) * (y - 400) / 20;
        if (heap < 160) return [(byte)(120 + (x * 7 + y * 13 + seed) % 60), 95, 70];
        return y < 330 ? [190, 175, 155] : [110, (byte)(135 + (x + y) % 20), 95];
    }

    private static void Chunk(Stream png, string name, byte[] data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        png.Write(number);
        byte[] whole = [.. name.Select(x => (byte)x), .. data];
        png.Write(whole);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc(whole));
        png.Write(number);
    }

    private static uint Crc(byte[] data)
    {
        var crc = uint.MaxValue;
        foreach (var next in data)
        {
            crc ^= next;
            for (var bit = 0; bit < 8; bit++) crc = (crc & 1) == 0 ? crc >> 1 : crc >> 1 ^ 0xEDB88320;
        }

        return ~crc;
    }
}
