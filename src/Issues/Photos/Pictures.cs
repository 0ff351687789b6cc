using NetVips;
using Platform.Issues.Domain;
using Platform.Kernel.Refusals;

namespace Platform.Issues.Photos;

/// <summary>
/// Makes a safe picture of what somebody sent: recognised by its content, refused before decoding where it would unfold into too many
/// pixels, turned upright, in three sizes, each a JPEG without any metadata.
/// </summary>
public static class Pictures
{
    public const int BytesAtMost = 10 * 1024 * 1024;
    private const int Quality = 82, PixelsAtMost = 60_000_000;

    /// <summary>The longer side.</summary>
    private static readonly (PhotoSize Size, int Side)[] Sides = [(PhotoSize.Large, 2560), (PhotoSize.Page, 1280), (PhotoSize.Thumbnail, 320)];

    // Two cores decode two pictures; more at once would only cost memory.
    private static readonly SemaphoreSlim Turn = new(Math.Max(1, Environment.ProcessorCount));

    static Pictures()
    {
        Cache.Max = 0;
        NetVips.NetVips.Concurrency = 1;
        NetVips.NetVips.BlockUntrusted = true;
    }

    public static async Task<Picture> Make(byte[] sent, CancellationToken ct)
    {
        if (sent.Length > BytesAtMost) throw new RefusedException(IssueRefusals.PhotoTooLarge);
        var open = OpenerOf(sent) ?? throw new RefusedException(IssueRefusals.NoPhoto);
        await Turn.WaitAsync(ct);
        try
        {
            return Encode(sent, open);
        }
        catch (VipsException)
        {
            throw new RefusedException(IsHeif(sent) ? IssueRefusals.HeicPhoto : IssueRefusals.BrokenPhoto);
        }
        finally
        {
            Turn.Release();
        }
    }

    private static Picture Encode(byte[] sent, Func<byte[], Image> open)
    {
        // Opening reads the header alone.
        using (var header = open(sent))
            if ((long)header.Width * header.Height > PixelsAtMost) throw new RefusedException(IssueRefusals.PhotoHasTooManyPixels);
        // Decoded once: the smaller ones are made of the larger one.
        var (jpegs, width, height, from) = (new Dictionary<PhotoSize, byte[]>(), 0, 0, sent);
        foreach (var (size, side) in Sides)
        {
            using var small = Image.ThumbnailBuffer(from, side, height: side, size: Enums.Size.Down, outputProfile: "srgb", failOn: Enums.FailOn.Error);
            using var opaque = small.HasAlpha() ? small.Flatten([255, 255, 255]) : small.Copy();
            jpegs[size] = from = opaque.JpegsaveBuffer(q: Quality, keep: Enums.ForeignKeep.None);
            if (size is PhotoSize.Page) (width, height) = (opaque.Width, opaque.Height);
        }

        return new Picture(jpegs, width, height);
    }

    private static Func<byte[], Image>? OpenerOf(ReadOnlySpan<byte> sent) => sent switch
    {
        [0xFF, 0xD8, 0xFF, ..] => x => Image.JpegloadBuffer(x),
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => x => Image.PngloadBuffer(x),
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => x => Image.WebploadBuffer(x),
        _ when IsHeif(sent) => x => Image.HeifloadBuffer(x),
        _ => null,
    };

    // What iPhones take; read where the image library has its decoder, which is not free everywhere.
    private static bool IsHeif(ReadOnlySpan<byte> sent) =>
        sent is [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', ..] && sent.Length >= 12
        && System.Text.Encoding.ASCII.GetString(sent[8..12]) is "heic" or "heix" or "heim" or "heis" or "hevc" or "hevx" or "mif1" or "msf1";
}

/// <summary>JPEGs of ours, and how large the page's is.</summary>
public sealed record Picture(IReadOnlyDictionary<PhotoSize, byte[]> Jpegs, int Width, int Height);
