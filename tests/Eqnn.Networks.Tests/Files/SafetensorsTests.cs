using System.Text;
using Eqnn.Networks.Files;

namespace Eqnn.Networks.Tests.Files;

/// <summary>Arrays come back from .safetensors files; whatever else a file holds is refused in one line.</summary>
public sealed class SafetensorsTests
{
    [Fact]
    public void Arrays_come_back()
    {
        var arrays = new Dictionary<string, NpyFile> { ["b"] = new([2, 3], Networks.Vector(6, 1)), ["a"] = new([], [4]), ["empty"] = new([0, 5], []) };
        var back = SafetensorsFile.Parse(SafetensorsFile.ToBytes(arrays));
        Assert.Equal(["a", "b", "empty"], back.Keys);
        Assert.All(back, pair => Assert.Equal(arrays[pair.Key].Values, pair.Value.Values));
        Assert.All(back, pair => Assert.Equal(arrays[pair.Key].Shape, pair.Value.Shape));
        var network = Networks.Random("C8", "2*regular,3*regular,1*regular");
        Assert.Equal(NetworkJson.Write(network), NetworkJson.Write(NetworkJson.Read(NetworkJson.WriteWithWeights(network, "net.npz").Document, SafetensorsFile.Parse(SafetensorsFile.ToBytes(NetworkJson.Weights(network))))));
    }

    [Theory]
    [InlineData("F32", "0000803F00000040")]
    [InlineData("F16", "003C0040")]
    [InlineData("BF16", "803F0040")]
    [InlineData("I64", "01000000000000000200000000000000")]
    [InlineData("U8", "0102")]
    public void Types_are_read(string type, string hex)
    {
        var data = Convert.FromHexString(hex);
        Assert.Equal([1.0, 2], SafetensorsFile.Parse(File($"{{\"__metadata__\":{{\"format\":\"pt\"}},\"x\":{{\"dtype\":\"{type}\",\"shape\":[2],\"data_offsets\":[0,{data.Length}]}}}}", data))["x"].Values);
    }

    [Theory]
    [InlineData("{\"x\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}", 4, "do not hold")]
    [InlineData("{\"x\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}", 12, "no array names")]
    [InlineData("{\"x\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[4,12]}}", 12, "do not follow")]
    [InlineData("{\"x\":{\"dtype\":\"F32\",\"shape\":[2147483647,2147483647],\"data_offsets\":[0,8]}}", 8, "do not hold")]
    [InlineData("{\"x\":{\"dtype\":\"F8_E4M3\",\"shape\":[2],\"data_offsets\":[0,2]}}", 2, "F8_E4M3")]
    [InlineData("{\"x\":{\"dtype\":\"F32\",\"shape\":[-2],\"data_offsets\":[0,8]}}", 8, "field x.shape[0]: a whole number")]
    [InlineData("{\"x\":5}", 0, "field x: a record")]
    [InlineData("[]", 0, "a record { ... } is expected")]
    [InlineData("{\"x\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0]}}", 8, "data_offsets are two numbers")]
    [InlineData("{\"x\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8],\"order\":1}}", 8, "there is no field \"order\"")]
    public void What_does_not_fit_is_refused(string header, int length, string said) =>
        Assert.Contains(said, Assert.ThrowsAny<FormatException>(() => SafetensorsFile.Parse(File(header, new byte[length]))).Message, StringComparison.Ordinal);

    [Fact]
    public void Cut_off_or_changed_anywhere()
    {
        byte[] file = [.. SafetensorsFile.ToBytes(new Dictionary<string, NpyFile> { ["a"] = new([2, 2], [1, 2, 3, 4]) })];
        for (var length = 0; length < file.Length; length++)
        {
            Assert.ThrowsAny<FormatException>(() => SafetensorsFile.Parse(file[..length]));
        }

        var random = new Random(1);
        for (var trial = 0; trial < 1000; trial++)
        {
            var changed = (byte[])file.Clone();
            changed[random.Next(changed.Length)] = (byte)random.Next(256);
            try
            {
                SafetensorsFile.Parse(changed);
            }
            catch (FormatException problem)
            {
                Assert.DoesNotContain(problem.Message, char.IsControl);
            }
        }
    }

    private static byte[] File(string header, byte[] data) => [.. BitConverter.GetBytes((long)Encoding.UTF8.GetByteCount(header)), .. Encoding.UTF8.GetBytes(header), .. data];
}
