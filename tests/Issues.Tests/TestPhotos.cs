using NetVips;

namespace Platform.Issues.Tests;

/// <summary>Photos as phones make them, and as attackers do.</summary>
public static class TestPhotos
{
    public static byte[] Jpeg(int width = 64, int height = 48) => Plain(width, height).JpegsaveBuffer();

    public static byte[] Png(int width = 64, int height = 48) => Plain(width, height).PngsaveBuffer();

    public static byte[] Webp(int width = 64, int height = 48) => Plain(width, height).WebpsaveBuffer();

    /// <summary>Lying on its side, with who took it and where.</summary>
    public static byte[] WithExif(int width, int height) => Plain(width, height).Mutate(x =>
    {
        x.Set(GValue.GIntType, "orientation", 6);
        x.Set(GValue.GStrType, "exif-ifd0-Artist", "zhangsan");
        x.Set(GValue.GStrType, "exif-ifd3-GPSLatitude", "31/1 20/1 0/1");
    }).JpegsaveBuffer(keep: Enums.ForeignKeep.All);

    /// <summary>A few kilobytes that unfold into 72 million pixels.</summary>
    public static byte[] Bomb() => Image.Black(12_000, 6_000).PngsaveBuffer(compression: 9);

    private static Image Plain(int width, int height) => (Image.Black(width, height, bands: 3) + new double[] { 30, 120, 60 }).Cast(Enums.BandFormat.Uchar);
}
