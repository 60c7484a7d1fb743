"""Takes the programs out of the documents, as printed, and lays them out as projects that know the packages and nothing else.

    snippets.py REPOSITORY FOLDER VERSION

FOLDER/csharp, fsharp   the README's programs, each a console project, with what the README says it prints in `expected`
FOLDER/script.fsx       the README's script
FOLDER/session, session-expected   what docs/fsharp.md types into F# Interactive, and the values it is shown
FOLDER/tour             the guides in F#, each block a function of one project: compiled and run
FOLDER/csharp-tour      the guide in C#, each block a method of one program: compiled and run
FOLDER/laws-csharp, laws-fsharp   the law suites of docs/testing-laws.md, each a test project"""
import pathlib
import re
import sys

repository, target, version = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), sys.argv[3]


def blocks(document):
    """The fenced blocks of a document in their order: language, lines."""
    inside, lines, found = None, [], []
    for line in (repository / document).read_text(encoding="utf-8").split("\n"):
        if inside is None and line.startswith("```") and len(line) > 3:
            inside, lines = line[3:], []
        elif inside is not None and line == "```":
            found.append((inside, lines))
            inside = None
        elif inside is not None:
            lines.append(line)
    return found


def only(document, language):
    found = [lines for name, lines in blocks(document) if name == language]
    if not found:
        sys.exit(f"{document} has no {language} block")
    return found


def write(path, text):
    path = target / path
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def project(name, extension, packages, sources=(), properties=""):
    references = "\n".join(f'    <PackageReference Include="{package}" Version="{number}" />' for package, number in packages)
    compiled = "\n".join(f'    <Compile Include="{source}" />' for source in sources)
    write(f"{name}/{name}.{extension}", f"""<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <TargetFramework>net10.0</TargetFramework>
    <ImplicitUsings>enable</ImplicitUsings>
    <Nullable>enable</Nullable>
    <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
    <SatelliteResourceLanguages>en</SatelliteResourceLanguages>
{properties}  </PropertyGroup>
  <ItemGroup>
{compiled}
{references}
  </ItemGroup>
</Project>
""")


def after(document, language, place):
    """The text block that follows the program at this place: what it prints."""
    found = blocks(document)
    positions = [number for number, (name, _) in enumerate(found) if name == language]
    name, lines = found[positions[place] + 1]
    if name != "text":
        sys.exit(f"{document}: the {language} program at place {place + 1} is not followed by what it prints")
    return "\n".join(lines) + "\n"


EXE = "    <OutputType>Exe</OutputType>\n"
library = [("Eqnn.PiecewiseLinear", version)]
versions = dict(re.findall(r'PackageVersion Include="([^"]+)" Version="([^"]+)"', (repository / "Directory.Packages.props").read_text(encoding="utf-8")))

program = "\n".join(only("README.md", "csharp")[0]) + "\n"
project("csharp", "csproj", library, properties=EXE)
write("csharp/Program.cs", program)
write("csharp/expected", after("README.md", "csharp", 0))

script = only("README.md", "fsharp")[0]
project("fsharp", "fsproj", library, ["Program.fs"], EXE)
write("fsharp/Program.fs", "\n".join(line for line in script if not line.startswith("#r ")) + "\n")
write("fsharp/expected", after("README.md", "fsharp", 0))
write("script.fsx", "\n".join(script) + "\n")

# A session: what follows the prompt goes in, up to two semicolons; what is left are the values.
typed, shown, open_ = [], [], False
for line in only("docs/fsharp.md", "fsi")[0]:
    if line.startswith("> ") or open_:
        typed.append(line[2:])
        open_ = not line.endswith(";;")
    elif line:
        shown.append(line)
write("session", "\n".join(typed) + "\n")
write("session-expected", "\n".join(shown) + "\n")

# The tour: what it opens and defines stands first, then each block becomes a function, so that a name may be used again.
def tour(document, preamble, number):
    body = "\n\n".join(f"let block{number + place} () =\n" + "\n".join("    " + line if line else "" for line in lines) + "\n" for place, lines in enumerate(preamble[1]))
    return "\n".join(preamble[0]) + "\n\n" + body, [f"block{number + place} ()" for place in range(len(preamble[1]))]

guide = only("docs/fsharp.md", "fsharp")
text, calls = tour("docs/fsharp.md", (guide[0] + [""] + guide[1], guide[2:]), 1)
more, others = tour("docs/catalog.md", (['let catalogFolder = "catalog"'], only("docs/catalog.md", "fsharp")), 101)
project("tour", "fsproj", [(f"Eqnn.{room}", version) for room in ("Catalog", "Networks")], ["Program.fs"], EXE)
write("tour/Program.fs", "module Tour\n\n" + text + "\n" + more + "\n[<EntryPoint>]\nlet main _ =\n" + "".join(f"    {call}\n" for call in calls + others) + f'    printfn "{len(calls + others)} examples"\n    0\n')

# The tour in C#: what it uses and its helper stand first, then each block becomes a method.
sharp = only("docs/csharp.md", "csharp")
methods = "\n".join(f"    public static void Block{number}()\n    {{\n" + "\n".join("        " + line if line else "" for line in lines) + "\n    }\n" for number, lines in enumerate(sharp[2:]))
helper = "\n".join("    " + line if line else "" for line in sharp[1])
project("csharp-tour", "csproj", [(f"Eqnn.{room}", version) for room in ("Networks", "Checking")], properties=EXE)
write("csharp-tour/Program.cs", "\n".join(sharp[0]) + "\n\nstatic class Tour\n{\n" + methods + "\n" + helper + "\n\n    public static void Main()\n    {\n"
      + "".join(f"        Block{number}();\n" for number in range(len(sharp) - 2)) + f'        Console.WriteLine("{len(sharp) - 2} examples");\n    }}\n}}\n')

tests = [(name, versions[name]) for name in ("Microsoft.NET.Test.Sdk", "xunit", "xunit.runner.visualstudio")] + [("Eqnn.Testing", version)]
project("laws-csharp", "csproj", tests)
write("laws-csharp/Laws.cs", "\n".join(only("docs/testing-laws.md", "csharp")[0]) + "\n")
project("laws-fsharp", "fsproj", tests, ["Laws.fs"])
write("laws-fsharp/Laws.fs", "module Laws\n\n" + "\n".join(only("docs/testing-laws.md", "fsharp")[0]) + "\n")
