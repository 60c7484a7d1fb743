using Xunit;

namespace Eqnn.Numbers.Tests;

public sealed class BoundedFileTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Fact]
    public void A_file_is_read_whole_up_to_the_bound()
    {
        Assert.Equal(0, BoundedFile.Read(_file, 3).Length);
        File.WriteAllBytes(_file, [1, 2, 3]);
        Assert.Equal([1, 2, 3], BoundedFile.Read(_file, 3).ToArray());
        Assert.Equal(2, Assert.Throws<LimitExceededException>(() => BoundedFile.Read(_file, 2)).Bound);
    }

    /// <summary>A file of 5 GB that holds nothing is refused by its length; a device without end by what was read.</summary>
    [Fact]
    public void What_has_no_end_is_refused()
    {
        if (OperatingSystem.IsLinux())
        {
            Assert.Equal(1000, Assert.Throws<LimitExceededException>(() => BoundedFile.Read("/dev/zero", 1000)).Bound);
            Assert.Equal(0, BoundedFile.Read("/dev/null", 1000).Length);
        }
    }
}
