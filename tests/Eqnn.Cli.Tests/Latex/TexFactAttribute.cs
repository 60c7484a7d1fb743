namespace Eqnn.Cli.Tests.Latex;

/// <summary>A test that compiles LaTeX: skipped with that reason where no pdflatex with booktabs and TikZ is installed, unless EQNN_REQUIRE_TEX says that this machine must have it.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TexFactAttribute : FactAttribute
{
    public TexFactAttribute()
    {
        if (TexRun.Program is null && Environment.GetEnvironmentVariable("EQNN_REQUIRE_TEX") != "1")
        {
            Skip = "no pdflatex here: install Debian's packages texlive-latex-recommended and texlive-pictures";
        }
    }
}
