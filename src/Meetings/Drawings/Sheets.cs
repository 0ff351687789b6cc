using NetVips;
using Platform.Kernel.Refusals;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Drawings;

/// <summary>
/// Makes what may be kept of what somebody sent, recognised by its content: a picture is refused before decoding where it would unfold into too
/// many pixels, and kept as a JPEG without any metadata; a PDF is kept as it is, and handed out as a file only, never shown by us.
/// </summary>
public static class Sheets
{
    public const int BytesAtMost = 20 * 1024 * 1024;
    private const int Quality = 85, PixelsAtMost = 60_000_000, Side = 2560;

    // Two cores decode two pictures; more at once would only cost memory.
    private static readonly SemaphoreSlim Turn = new(Math.Max(1, Environment.ProcessorCount));

    static Sheets()
    {
        Cache.Max = 0;
        NetVips.NetVips.Concurrency = 1;
        NetVips.NetVips.BlockUntrusted = true;
    }

    public static async Task<(DrawingKind Kind, byte[] Kept)> Make(byte[] sent, CancellationToken ct)
    {
        if (sent.Length > BytesAtMost) throw new RefusedException(PlanRefusals.DrawingTooLarge);
        if (sent.AsSpan().StartsWith("%PDF-"u8)) return (DrawingKind.Pdf, sent);
        var open = OpenerOf(sent) ?? throw new RefusedException(PlanRefusals.NoDrawing);
        await Turn.WaitAsync(ct);
        try
        {
            return (DrawingKind.Picture, Encode(sent, open));
        }
        catch (VipsException)
        {
            throw new RefusedException(PlanRefusals.BrokenDrawing);
        }
        finally
        {
            Turn.Release();
        }
    }

    private static byte[] Encode(byte[] sent, Func<byte[], Image> open)
    {
        // Opening reads the header alone.
        using (var header = open(sent))
            if ((long)header.Width * header.Height > PixelsAtMost) throw new RefusedException(PlanRefusals.DrawingTooLarge);
        using var fitted = Image.ThumbnailBuffer(sent, Side, height: Side, size: Enums.Size.Down, outputProfile: "srgb", failOn: Enums.FailOn.Error);
        using var opaque = fitted.HasAlpha() ? fitted.Flatten([255, 255, 255]) : fitted.Copy();
        return opaque.JpegsaveBuffer(q: Quality, keep: Enums.ForeignKeep.None);
    }

    private static Func<byte[], Image>? OpenerOf(ReadOnlySpan<byte> sent) => sent switch
    {
        [0xFF, 0xD8, 0xFF, ..] => x => Image.JpegloadBuffer(x),
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => x => Image.PngloadBuffer(x),
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => x => Image.WebploadBuffer(x),
        _ => null,
    };
}
