using System.Text;
using Platform.Kernel.Personal;
using Platform.Kernel.Refusals;
using Xunit;

namespace Platform.Kernel.Tests;

public sealed class PhonesTests : IDisposable
{
    private readonly string _keys = Directory.CreateTempSubdirectory("keys-").FullName;
    private readonly Phones _phones;

    public PhonesTests()
    {
        Phones.MakeKeys(_keys);
        _phones = new Phones(_keys);
    }

    [Theory]
    [InlineData("13800138000")]
    [InlineData("138 0013 8000")]
    [InlineData("+86-138-0013-8000")]
    [InlineData("0086 13800138000")]
    public void OneNumber_HoweverTyped(string typed) => Assert.Equal("+8613800138000", Phones.Normal(typed));

    [Theory]
    [InlineData("")]
    [InlineData("123")]
    [InlineData("021-56123456")]
    [InlineData("'; DROP TABLE people")]
    public void NoMobileNumber_IsRefused(string typed) =>
        Assert.Equal(KernelRefusals.BadPhone, Assert.Throws<RefusedException>(() => Phones.Normal(typed)).Refusal);

    [Fact]
    public void Stored_IsUnreadable_NeverTwiceTheSame_AndFoundByItsHash()
    {
        var (one, two) = (_phones.Store("+8613800138000"), _phones.Store("+8613800138000"));
        Assert.NotEqual(one.Encrypted, two.Encrypted);
        Assert.DoesNotContain("138001", one.Encrypted + Encoding.Latin1.GetString(one.Hash), StringComparison.Ordinal);
        Assert.Equal(one.Hash, two.Hash);
        Assert.Equal("+8613800138000", _phones.Read(two.Encrypted));
        Assert.Equal("138****8000", Phones.Masked("+8613800138000"));
    }

    [Fact]
    public void KeysCanBeRotated_OldNumbersStayReadable()
    {
        var old = _phones.Store("+8613800138000");
        File.WriteAllText(Path.Combine(_keys, "phone-k2"), Convert.ToBase64String(new byte[32]));
        var rotated = new Phones(_keys);
        Assert.Equal("+8613800138000", rotated.Read(old.Encrypted));
        Assert.StartsWith("k2:", rotated.Store("+8613800138000").Encrypted, StringComparison.Ordinal);
    }

    [Fact]
    public void Forged_IsNotRead()
    {
        var stored = _phones.Store("+8613800138000").Encrypted;
        var bytes = Convert.FromBase64String(stored[3..]);
        bytes[^1] ^= 1;
        Assert.ThrowsAny<System.Security.Cryptography.CryptographicException>(() => _phones.Read($"k1:{Convert.ToBase64String(bytes)}"));
    }

    public void Dispose() => Directory.Delete(_keys, recursive: true);
}
