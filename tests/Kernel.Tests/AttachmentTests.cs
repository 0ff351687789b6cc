using System.Security.Cryptography;
using Amazon.S3;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel.Attachments;
using Xunit;

namespace Platform.Kernel.Tests;

/// <summary>What a store must do, wherever it keeps things.</summary>
public abstract class AttachmentTests
{
    protected abstract Dictionary<string, string?> Settings { get; }

    [Fact]
    public async Task Files_AreWholeOrAbsent()
    {
        var store = Store();
        var photo = RandomNumberGenerator.GetBytes(3_000_000);
        await store.Put("street/issues/1", new MemoryStream(photo), "image/jpeg", default);

        Assert.Equal(photo, await Read(store, "street/issues/1"));
        Assert.Null(await store.Open("street/issues/2", default));
        Assert.Null(await store.Open("street/issues", default));
    }

    [Fact]
    public async Task PutAgain_Replaces_AndDeleted_IsGone_AlsoTwice()
    {
        var store = Store();
        await store.Put("street/issues/报修 3+4.jpg", new MemoryStream([1, 2, 3]), "image/jpeg", default);
        await store.Put("street/issues/报修 3+4.jpg", new MemoryStream([4]), "image/jpeg", default);
        Assert.Equal((byte)4, Assert.Single(await Read(store, "street/issues/报修 3+4.jpg")));

        await store.Delete("street/issues/报修 3+4.jpg", default);
        await store.Delete("street/issues/报修 3+4.jpg", default);

        Assert.Null(await store.Open("street/issues/报修 3+4.jpg", default));
    }

    /// <summary>An upload comes over the wire: its length is not known, and nobody can go back in it.</summary>
    [Fact]
    public async Task Put_TakesWhatCanBeReadOnce_AndWhatIsEmpty()
    {
        var store = Store();
        var sent = RandomNumberGenerator.GetBytes(200_000);
        await store.Put("street/issues/once", new ReadOnce(sent), "image/jpeg", default);
        await store.Put("street/issues/empty", new MemoryStream(), "text/plain", default);

        Assert.Equal(sent, await Read(store, "street/issues/once"));
        Assert.Empty(await Read(store, "street/issues/empty"));
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("street/../../etc/passwd")]
    [InlineData("/etc/passwd")]
    public async Task Names_NeverLeaveTheStore(string name)
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Store().Open(name, default));
        await Assert.ThrowsAsync<ArgumentException>(() => Store().Put(name, new MemoryStream([1]), "text/plain", default));
        await Assert.ThrowsAsync<ArgumentException>(() => Store().Delete(name, default));
    }

    protected IAttachmentStore Store(string? key = null, string? value = null) => new ServiceCollection()
        .AddAttachments(new ConfigurationBuilder().AddInMemoryCollection(Settings).AddInMemoryCollection(key is null ? [] : [new(key, value)]).Build())
        .BuildServiceProvider().GetRequiredService<IAttachmentStore>();

    private static async Task<byte[]> Read(IAttachmentStore store, string name)
    {
        await using var content = (await store.Open(name, default))!;
        using var whole = new MemoryStream();
        await content.CopyToAsync(whole);
        return whole.ToArray();
    }

    private sealed class ReadOnce(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
        public override long Seek(long offset, SeekOrigin loc) => throw new NotSupportedException();
    }
}

public sealed class DiskAttachmentTests : AttachmentTests, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("files-").FullName;

    protected override Dictionary<string, string?> Settings => new() { ["Attachments:Directory"] = Path.Combine(_folder, "store") };

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}

/// <summary>Against a bucket of ours, or against the server that TEST_S3 names (with the same bucket and keys in it).</summary>
public sealed class BucketAttachmentTests : AttachmentTests, IAsyncLifetime
{
    private Bucket _bucket = null!;

    protected override Dictionary<string, string?> Settings => new()
    {
        ["Attachments:Bucket"] = Bucket.Name, ["Attachments:AccessKey"] = Bucket.AccessKey, ["Attachments:SecretKey"] = Bucket.SecretKey,
        ["Attachments:Endpoint"] = Environment.GetEnvironmentVariable("TEST_S3") ?? _bucket.Address,
    };

    public async ValueTask InitializeAsync() => _bucket = await Bucket.Open();

    public ValueTask DisposeAsync() => _bucket.DisposeAsync();

    /// <summary>A wrong key or bucket is a mistake of the operator's: told, and not taken for a file that is not there.</summary>
    [Theory]
    [InlineData("Attachments:SecretKey", "wrong")]
    [InlineData("Attachments:Bucket", "elsewhere")]
    public async Task AWrongSetting_IsAnError_NotAnAbsentFile(string setting, string value)
    {
        await Assert.ThrowsAsync<AmazonS3Exception>(() => Store(setting, value).Open("street/issues/1", default));
        await Assert.ThrowsAsync<AmazonS3Exception>(() => Store(setting, value).Put("street/issues/1", new MemoryStream([1]), "text/plain", default));
    }
}
