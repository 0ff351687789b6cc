using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Platform.Kernel.Attachments;

/// <summary>Where files lie, whichever service owns them. Names are made by us, never by a client: tenant/service/id.</summary>
public interface IAttachmentStore
{
    Task Put(string name, Stream content, string contentType, CancellationToken ct);

    /// <returns>Null where there is no such file.</returns>
    Task<Stream?> Open(string name, CancellationToken ct);

    Task Delete(string name, CancellationToken ct);
}

/// <summary>Chooses the store: a bucket where Attachments:Bucket is set, otherwise the directory Attachments:Directory.</summary>
public static class AttachmentStores
{
    public static IServiceCollection AddAttachments(this IServiceCollection services, IConfiguration configuration)
    {
        var settings = configuration.GetSection("Attachments");
        return settings["Bucket"] is { Length: > 0 } bucket
            ? services.AddSingleton<IAttachmentStore>(_ => new S3Attachments(Client(settings), bucket))
            : services.AddSingleton<IAttachmentStore>(_ => new DiskAttachments(
                settings["Directory"] ?? throw new InvalidOperationException("Attachments:Directory or Attachments:Bucket must be set.")));
    }

    private static AmazonS3Client Client(IConfigurationSection settings) => new(settings["AccessKey"], settings["SecretKey"], new AmazonS3Config
    {
        ServiceURL = settings["Endpoint"], ForcePathStyle = true,
        // What Amazon's own store understands since 2024 and others' do not: checksums sent behind the body. The signature covers the body.
        RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED, ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
    });
}

internal sealed class DiskAttachments(string directory) : IAttachmentStore
{
    public async Task Put(string name, Stream content, string contentType, CancellationToken ct)
    {
        var path = PathOf(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        // Whole or not at all: a reader never meets half a file.
        var partial = $"{path}.{Guid.CreateVersion7():n}";
        await using (var file = File.Create(partial)) await content.CopyToAsync(file, ct);
        File.Move(partial, path, overwrite: true);
    }

    public Task<Stream?> Open(string name, CancellationToken ct) =>
        Task.FromResult<Stream?>(File.Exists(PathOf(name)) ? File.OpenRead(PathOf(name)) : null);

    public Task Delete(string name, CancellationToken ct)
    {
        File.Delete(PathOf(name));
        return Task.CompletedTask;
    }

    private string PathOf(string name) => Path.Combine(directory, Names.Checked(name));
}

internal sealed class S3Attachments(AmazonS3Client s3, string bucket) : IAttachmentStore
{
    public async Task Put(string name, Stream content, string contentType, CancellationToken ct)
    {
        // Signed whole, and so read twice: once for its hash, once to be sent.
        using var whole = new MemoryStream();
        await content.CopyToAsync(whole, ct);
        whole.Position = 0;
        await s3.PutObjectAsync(new PutObjectRequest
        {
            BucketName = bucket, Key = Names.Checked(name), InputStream = whole, ContentType = contentType, AutoCloseStream = false, UseChunkEncoding = false,
        }, ct);
    }

    public async Task<Stream?> Open(string name, CancellationToken ct)
    {
        try { return (await s3.GetObjectAsync(bucket, Names.Checked(name), ct)).ResponseStream; }
        catch (AmazonS3Exception e) when (e.ErrorCode is "NoSuchKey") { return null; }
    }

    public Task Delete(string name, CancellationToken ct) => s3.DeleteObjectAsync(bucket, Names.Checked(name), ct);
}

internal static class Names
{
    /// <exception cref="ArgumentException">A name that would lead out of the store.</exception>
    public static string Checked(string name) =>
        name.Split('/').Any(x => x is "" or "." or "..") ? throw new ArgumentException("A name may not leave the store.", nameof(name)) : name;
}
