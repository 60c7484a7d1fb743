using System.Security.Cryptography;
using Eqnn.Networks.Files;

namespace Eqnn.Networks.Tests.Files;

public sealed class Sha256DigestTests
{
    [Fact]
    public void The_digest_of_abc_is_that_of_the_standard() =>
        Assert.Equal("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", Convert.ToHexStringLower(Sha256Digest.OfShort("abc"u8)));

    [Fact]
    public void Digests_are_those_of_the_system_at_every_length_of_the_last_block()
    {
        var bytes = new byte[1000];
        new Random(4).NextBytes(bytes);
        Assert.All(Enumerable.Range(0, 200).Append(1000), length => Assert.Equal(SHA256.HashData(bytes.AsSpan(0, length)), Sha256Digest.OfShort(bytes.AsSpan(0, length))));
        Assert.Equal(SHA256.HashData(new byte[Sha256Digest.MostBytes + 1]), Sha256Digest.Of(new byte[Sha256Digest.MostBytes + 1]));
    }
}
