using NetVips;
using Platform.Issues.Domain;
using Platform.Kernel.Refusals;

namespace Platform.Issues.Photos;

/// <summary>
/// Makes a safe picture of what somebody sent: recognised by its content, refused before decoding where it would unfold into too many
/// pixels, turned upright, at most 1280 px, a JPEG without any metadata.
/// </summary>
public static class Pictures
{
    public const int BytesAtMost = 10 * 1024 * 1024;
    private const int Side = 1280, Quality = 82, PixelsAtMost = 60_000_000;

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
            throw new RefusedException(IssueRefusals.BrokenPhoto);
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
        using var small = Image.ThumbnailBuffer(sent, Side, height: Side, size: Enums.Size.Down, outputProfile: "srgb", failOn: Enums.FailOn.Error);
        using var opaque = small.HasAlpha() ? small.Flatten([255, 255, 255]) : small.Copy();
        return new Picture(opaque.JpegsaveBuffer(q: Quality, keep: Enums.ForeignKeep.None), opaque.Width, opaque.Height);
    }

    private static Func<byte[], Image>? OpenerOf(ReadOnlySpan<byte> sent) => sent switch
    {
        [0xFF, 0xD8, 0xFF, ..] => x => Image.JpegloadBuffer(x),
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => x => Image.PngloadBuffer(x),
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => x => Image.WebploadBuffer(x),
        _ => null,
    };
}

/// <summary>A JPEG of ours.</summary>
public sealed record Picture(byte[] Jpeg, int Width, int Height);
