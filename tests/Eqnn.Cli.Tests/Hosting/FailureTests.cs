using Eqnn.Cli.Hosting;
using Eqnn.Numbers;

namespace Eqnn.Cli.Tests.Hosting;

public sealed class FailureTests
{
    public static TheoryData<Exception, int, string> Cases => new()
    {
        { new InputException("L9 is no simple of C8"), 2, "eqnn: L9 is no simple of C8\n" },
        { new AlgebraFormatException("group", "C0", 1, "n must be at least 1", "C1"), 2, "eqnn: group 'C0', character 2: n must be at least 1; did you mean C1?\n" },
        { new FileNotFoundException("whatever", "x.json"), 2, "eqnn: no such file: x.json\n" },
        { new IOException("disk full"), 2, "eqnn: disk full\n" },
        { new LimitExceededException("enumerated elements", 10, "20", "--max-order 20"), 3, "eqnn: limit reached: enumerated elements is 10, this needs 20; to raise it: --max-order 20\n" },
        { new TimeoutException("time limit reached after 1 s"), 3, "eqnn: time limit reached after 1 s\n" },
        { new OperationCanceledException(), 130, "eqnn: cancelled\n" },
        { new CertificateException("row orthogonality", "S5"), 1, "eqnn: this is a bug, no answer is given: the check 'row orthogonality' failed on S5\n" },
        { new ArgumentException("two\nlines"), 1, "eqnn: this is a bug, no answer is given: ArgumentException: two lines\n" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Each_failure_has_its_code_and_its_one_line(Exception exception, int code, string line)
    {
        using var error = new StringWriter { NewLine = "\n" };
        Assert.Equal(code, Failure.Report(exception, error));
        Assert.Equal(line, error.ToString());
    }

    /// <summary>Readers quote what they could not read; a file may be one long word.</summary>
    [Fact]
    public void A_message_that_quotes_a_whole_file_loses_its_middle()
    {
        using var error = new StringWriter { NewLine = "\n" };
        Failure.Report(new AlgebraFormatException("group file", "x.json", 0, "'" + new string('a', 5000) + "' is not JSON", "{ }"), error);
        var line = error.ToString();
        Assert.InRange(line.Length, 1000, 2000);
        Assert.StartsWith("eqnn: group file 'x.json', character 1: 'aaa", line, StringComparison.Ordinal);
        Assert.EndsWith("aaa' is not JSON; did you mean { }?\n", line, StringComparison.Ordinal);
    }

    [Fact]
    public void At_the_border_an_argument_exception_is_bad_input()
    {
        var error = Assert.Throws<InputException>(() => Border.Read<int>("--on", () => throw new ArgumentException("k must be at most 5", "text")));
        Assert.Equal("--on: k must be at most 5", error.Message);
    }
}
