using System.Text;
using Eqnn.Networks.Files;

namespace Eqnn.Networks.Tests.Files;

/// <summary>Arrays come back as they were written; whatever else a file holds, it is refused in one line.</summary>
public sealed class ArrayFileTests
{
    [Fact]
    public void Arrays_come_back()
    {
        foreach (var shape in new int[][] { [], [3], [2, 3], [4, 1, 2], [0, 5] })
        {
            var array = new NpyFile(shape, Networks.Vector(shape.Aggregate(1, (product, n) => product * n), 1));
            var back = NpyFile.Parse(array.ToBytes(asFloat32: false));
            Assert.Equal(array.Shape, back.Shape);
            Assert.Equal(array.Values, back.Values);
            Assert.Equal(array.Values.Select(v => (double)(float)v), NpyFile.Parse(array.ToBytes(asFloat32: true)).Values);
        }

        var named = new Dictionary<string, NpyFile> { ["b"] = new([2], [1, 2]), ["a"] = new([1, 1], [3]) };
        var read = NpzFile.Parse(NpzFile.ToBytes(named));
        Assert.Equal(["a", "b"], read.Keys);
        Assert.Equal([1.0, 2.0], read["b"].Values);
    }

    [Theory]
    [InlineData("'<c8'", "False", "(2, 2)", 32, "holds <c8")]
    [InlineData("'<f16'", "False", "(2, 2)", 64, "holds <f16")]
    [InlineData("'|O'", "False", "(2, 2)", 8, "holds |O")]
    [InlineData("[('a', '<f4')]", "False", "(2, 2)", 16, "records")]
    [InlineData("'<f4'", "False", "(2, 2)", 15, "15 bytes")]
    [InlineData("'<f4'", "False", "(2, 2)", 17, "needs 16")]
    [InlineData("'<f4'", "False", "(2, -2)", 16, "-2")]
    [InlineData("'<f4'", "False", "(2L, 2L)", 16, "2L")]
    [InlineData("'<f8'", "False", "(2147483647, 2147483647, 2147483647, 2147483647)", 16, "needs")]
    [InlineData("'<f4'", "False", "(99999999999,)", 16, "99999999999")]
    [InlineData("'<f4'", "False", "2", 8, "no shape")]
    public void What_is_not_read_is_said(string type, string fortran, string shape, int bytes, string said)
    {
        var header = $"{{'descr': {type}, 'fortran_order': {fortran}, 'shape': {shape}, }}\n";
        byte[] file = [0x93, .. "NUMPY"u8, 1, 0, (byte)header.Length, (byte)(header.Length >> 8), .. Encoding.ASCII.GetBytes(header), .. new byte[bytes]];
        Assert.Contains(said, Refusal(() => NpyFile.Parse(file)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<f4", "0000803F 00000040 00004040 00008040")]
    [InlineData(">f4", "3F800000 40000000 40400000 40800000")]
    [InlineData(">f8", "3FF0000000000000 4000000000000000 4008000000000000 4010000000000000")]
    [InlineData("<f2", "003C 0040 0042 0044")]
    [InlineData(">f2", "3C00 4000 4200 4400")]
    [InlineData("<i8", "0100000000000000 0200000000000000 0300000000000000 0400000000000000")]
    [InlineData(">i4", "00000001 00000002 00000003 00000004")]
    [InlineData("<u2", "0100 0200 0300 0400")]
    [InlineData("|i1", "01 02 03 04")]
    [InlineData("|u1", "01 02 03 04")]
    public void Other_types_orders_of_bytes_and_of_axes(string type, string hex)
    {
        byte[] data = Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal));
        Assert.Equal([1.0, 2, 3, 4], NpyFile.Parse(File(type, "False", "(2, 2)", data)).Values);
        Assert.Equal([1.0, 3, 2, 4], NpyFile.Parse(File(type, "True", "(2, 2)", data)).Values);
        Assert.Equal([1.0, 2, 3, 4], NpyFile.Parse(File(type, "True", "(4,)", data)).Values);
        Assert.Equal(type[1..] is "f4" or "f2" or "u2" or "i1" or "u1", NpyFile.Parse(File(type, "False", "(2, 2)", data)).IsFloat32);
    }

    [Fact]
    public void Members_that_nobody_expects_are_not_inflated()
    {
        // 50 million zeros take 50 KB in the archive and would take 400 MB.
        var bomb = new Dictionary<string, NpyFile> { ["layer1_bias"] = new([2], [1, 2]), ["extra"] = new([20_000_000], new double[20_000_000]) };
        byte[] archive = [.. NpzFile.ToBytes(bomb)];
        bomb.Clear();
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Contains("extra is not expected", Refusal(() => NpzFile.Parse(archive, new Dictionary<string, IReadOnlyList<int>> { ["layer1_bias"] = [2] })), StringComparison.Ordinal);
        Assert.Contains("extra has shape (20000000), the network needs (3)", Refusal(() => NpzFile.Parse(archive, new Dictionary<string, IReadOnlyList<int>> { ["layer1_bias"] = [2], ["extra"] = [3] })), StringComparison.Ordinal);
        Assert.Equal([1.0, 2], NpzFile.ParseMember(archive, "layer1_bias").Values);
        Assert.Contains("name one of them", Refusal(() => NpzFile.ParseMember(archive, null)), StringComparison.Ordinal);
        Assert.Contains("no array y", Refusal(() => NpzFile.ParseMember(archive, "y")), StringComparison.Ordinal);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 5_000_000);
    }

    [Fact]
    public void Shapes_are_looked_at_before_the_data()
    {
        byte[] archive = [.. NpzFile.ToBytes(new Dictionary<string, NpyFile> { ["x"] = new([5_000_000, 4], new double[20_000_000]) })];
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Contains("another", Assert.Throws<FormatException>(() => NpzFile.ParseMember(archive, "x", shape => throw new FormatException($"another: {shape.Count} axes"))).Message, StringComparison.Ordinal);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 5_000_000);
        var axes = string.Concat(Enumerable.Repeat("1,", 60));
        Assert.Contains("1, 1, ... 60 axes)", Refusal(() => NpyFile.Parse(File("<f8", "False", $"({axes})", []))), StringComparison.Ordinal);
    }

    [Fact]
    public void A_member_that_was_changed_is_not_read()
    {
        // Stored as it is, so that one byte is one number: numpy refuses such a file, and so did we only where .NET noticed.
        byte[] archive = [.. NpzFile.ToBytes(new Dictionary<string, NpyFile> { ["layer1_term1"] = new([30, 40], Networks.Vector(1200, 1)) })];
        Assert.Equal(1200, NpzFile.Parse(archive)["layer1_term1"].Values.Count);
        for (var at = 200; at < 9600; at += 97)
        {
            var changed = archive.ToArray();
            changed[at] ^= 1;
            Assert.Contains("layer1_term1.npy in the .npz file: its bytes do not have the checksum", Refusal(() => NpzFile.Parse(changed)), StringComparison.Ordinal);
            Assert.Contains("checksum", Refusal(() => NpzFile.ParseMember(changed, null)), StringComparison.Ordinal);
        }
    }

    private static byte[] File(string type, string fortran, string shape, byte[] data)
    {
        var header = $"{{'descr': '{type}', 'fortran_order': {fortran}, 'shape': {shape}, }}\n";
        return [0x93, .. "NUMPY"u8, 1, 0, (byte)header.Length, (byte)(header.Length >> 8), .. Encoding.ASCII.GetBytes(header), .. data];
    }

    [Fact]
    public void Numbers_that_are_none_are_named()
    {
        Assert.Contains("value 1", Refusal(() => NpyFile.Parse(new NpyFile([2], [0, double.NaN]).ToBytes(asFloat32: false))), StringComparison.Ordinal);
        Assert.Contains("value 0", Refusal(() => NpyFile.Parse(new NpyFile([2], [double.NegativeInfinity, 1]).ToBytes(asFloat32: true))), StringComparison.Ordinal);
    }

    [Fact]
    public void Cut_off_or_changed_anywhere()
    {
        byte[] npy = [.. new NpyFile([3, 4], Networks.Vector(12, 1)).ToBytes(asFloat32: true)];
        byte[] npz = [.. NpzFile.ToBytes(new Dictionary<string, NpyFile> { ["layer1_term1"] = new([3, 4], Networks.Vector(12, 1)), ["layer1_bias"] = new([2], [1, 2]) })];
        for (var length = 0; length < npy.Length; length++)
        {
            Assert.NotNull(Refusal(() => NpyFile.Parse(npy[..length])));
        }

        for (var length = 0; length < npz.Length; length++)
        {
            Assert.NotNull(Refusal(() => NpzFile.Parse(npz[..length])));
        }

        var random = new Random(1);
        for (var trial = 0; trial < 3000; trial++)
        {
            var (left, right) = ((byte[])npy.Clone(), (byte[])npz.Clone());
            left[random.Next(80)] = (byte)random.Next(256);
            right[random.Next(right.Length)] = (byte)random.Next(256);
            Attempt(() => NpyFile.Parse(left));
            Attempt(() => NpzFile.Parse(right));
        }
    }

    private static string Refusal(Action read) => Attempt(read) ?? throw new InvalidOperationException("the file was read");

    private static string? Attempt(Action read)
    {
        try
        {
            read();
            return null;
        }
        catch (FormatException problem)
        {
            Assert.DoesNotContain(problem.Message, char.IsControl);
            return problem.Message;
        }
    }
}
