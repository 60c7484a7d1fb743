using Eqnn.Algebra.Groups;
using Eqnn.Cli.Output;
using Eqnn.Cli.Syntax;

namespace Eqnn.Cli.Commands;

/// <summary><c>eqnn groups</c>: the names of groups that are understood.</summary>
internal sealed class GroupsCommand : EqnnCommand
{
    /// <inheritdoc/>
    public override string Name => "groups";

    /// <inheritdoc/>
    public override string Summary => "the forms of group names, with an example each";

    /// <inheritdoc/>
    public override IReadOnlyList<(string CommandLine, string Shows)> Examples { get; } = [("eqnn groups", "all forms"), ("eqnn groups --format json", "for programs")];

    /// <inheritdoc/>
    public override Report Answer(Query query) => new Result();

    private sealed class Result : Report
    {
        public override void Describe(Page page)
        {
            page.Heading("Names of groups");
            var rows = new PageTable().Left("form").Left("example").Left("group");
            foreach (var form in GroupNames.Forms)
            {
                rows.Row(form.Form, form.Example, form.Description);
            }

            page.Table(rows);
        }

        public override void WriteJson(JsonOutput json) => json.Object(() => json.Records("forms", GroupNames.Forms, form =>
        {
            json.Field("form", form.Form);
            json.Field("example", form.Example);
            json.Field("description", form.Description);
        }));
    }
}
