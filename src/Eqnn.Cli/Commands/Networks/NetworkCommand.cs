using System.CommandLine;
using Eqnn.Cli.Hosting;
using Eqnn.Cli.Output;
using Eqnn.Cli.Syntax;

namespace Eqnn.Cli.Commands.Networks;

/// <summary>A command about networks in files. All its arguments are files: where one is not there, that is said first, and then what options lack.</summary>
internal abstract class NetworkCommand : EqnnCommand
{
    /// <summary>The options that name files which are read.</summary>
    protected virtual IReadOnlyList<Option<string>> FileOptions => [];

    /// <inheritdoc/>
    public override IEnumerable<string> FilesRead(Func<Argument<string>, string?> valueOf) =>
        Arguments.OfType<Argument<string>>().Select(valueOf).OfType<string>().Select(path => NetworkInputs.FileAndMember(path).File);

    /// <inheritdoc/>
    public sealed override Report Answer(Query query)
    {
        foreach (var file in FilesRead(query.Value))
        {
            InputFile.Require(file);
        }

        foreach (var option in FileOptions.Append(NetworkOptions.Sidecar).Where(option => Options.Contains(option)))
        {
            if (query.Value(option) is { } path)
            {
                InputFile.Require(NetworkInputs.FileAndMember(path).File, option.Name);
            }
        }

        return AnswerOf(query);
    }

    /// <summary>The answer, when the files are there.</summary>
    protected abstract Report AnswerOf(Query query);
}
