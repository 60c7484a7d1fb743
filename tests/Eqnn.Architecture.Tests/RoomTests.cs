using System.Reflection;
using Eqnn.Numbers;
using Eqnn.Numbers.Permutations;
using Mono.Cecil;

namespace Eqnn.Architecture.Tests;

/// <summary>Arrows point upwards: between rooms, and between the folders of Eqnn.Algebra.</summary>
public sealed class RoomTests
{
    [Theory]
    [MemberData(nameof(Product.RoomData), MemberType = typeof(Product))]
    public void A_room_refers_only_to_the_rooms_above(string room)
    {
        var above = Product.Rooms.TakeWhile(other => other != room).ToList();
        Broken.None($"{room} refers to {string.Join(", ", above)} only", Product.Load(room).GetReferencedAssemblies()
            .Select(reference => reference.Name!)
            .Where(name => Product.Rooms.Contains(name, StringComparer.OrdinalIgnoreCase) || name.StartsWith("Eqnn", StringComparison.Ordinal))
            .Where(name => !above.Contains(name)));
    }

    [Fact]
    public void The_library_depends_on_the_base_library_alone_and_one_room_on_the_binding_of_Z3() =>
        Broken.None("Eqnn.Numbers, Eqnn.Algebra, Eqnn.PiecewiseLinear and Eqnn.Drawing use no package, Eqnn.PiecewiseLinear.Z3 only Microsoft.Z3", Product.Rooms.Where(room => room is "Eqnn.Numbers" or "Eqnn.Algebra" or "Eqnn.PiecewiseLinear" or "Eqnn.PiecewiseLinear.Z3" or "Eqnn.Drawing")
            .SelectMany(room => Product.Load(room).GetReferencedAssemblies().Select(reference => (room, name: reference.Name!)))
            .Where(pair => !pair.name.StartsWith("System.", StringComparison.Ordinal) && !Product.Rooms.Contains(pair.name) && pair is not ("Eqnn.PiecewiseLinear.Z3", "Microsoft.Z3"))
            .Select(pair => $"{pair.room} -> {pair.name}"));

    /// <summary>The table of docs/architecture.md is the rule: a folder knows those that its row names, of its own room; what a room may know of other rooms the references of the projects say.</summary>
    [Theory]
    [MemberData(nameof(Product.RoomData), MemberType = typeof(Product))]
    public void A_folder_refers_only_to_those_that_the_table_of_arrows_names(string room)
    {
        var own = Product.FolderOf(room);
        Broken.None("folders know what the table in docs/architecture.md allows", Dependencies(room)
            .Where(arrow => arrow.From != arrow.To && ArrowTable.IsIn(own, arrow.To) && !ArrowTable.Allows(own, arrow.From, arrow.To))
            .Select(arrow => $"{arrow.Type} ({arrow.From}) -> {arrow.To} ({arrow.Used})"));
    }

    [Fact]
    public void The_table_of_arrows_has_no_cycle_and_names_every_folder()
    {
        var rooms = Product.Rooms.Select(Product.FolderOf).ToList();
        Broken.None("arrows lead down", rooms.SelectMany(room => ArrowTable.Cycles(room).Select(folder => $"{room}: {folder} knows itself through others")));
        Broken.None("the table and the folders agree", rooms.SelectMany(room => ArrowTable.Folders(room).Order(StringComparer.Ordinal)
            .Except(Product.WrittenTypes(room == "Eqnn.Cli" ? "eqnn" : room).Select(type => type.Namespace!).Distinct().Select(space => ArrowTable.FolderName(room, space))).Select(folder => $"{room}/{folder} is in the table and holds nothing")));
    }

    [Fact]
    public void No_room_shows_its_internals_to_another()
    {
        var root = Path.Combine(Eqnn.Testing.Oracles.Repository(), "src");
        Broken.None("internals are seen by tests and benchmarks only", Directory.EnumerateFiles(root, "*.csproj", SearchOption.AllDirectories)
            .SelectMany(file => System.Text.RegularExpressions.Regex.Matches(File.ReadAllText(file), "InternalsVisibleTo Include=\"([^\"]+)\"").Select(match => (file, seer: match.Groups[1].Value)))
            .Where(pair => !pair.seer.EndsWith(".Tests", StringComparison.Ordinal) && pair.seer is not ("Eqnn.Benchmarks" or "Eqnn.Fuzz" or "Eqnn.Training"))
            .Select(pair => $"{Path.GetFileName(pair.file)} -> {pair.seer}"));
    }

    [Theory]
    [MemberData(nameof(Product.RoomData), MemberType = typeof(Product))]
    public void A_folder_is_a_namespace(string room)
    {
        var root = Path.Combine(Eqnn.Testing.Oracles.Repository(), "src", Product.FolderOf(room));
        Broken.None("the namespace of a file is its folder", Sources.Files(root)
            .Select(file => (file, expected: string.Join('.', new[] { Product.FolderOf(room) }.Concat(Path.GetRelativePath(root, Path.GetDirectoryName(file)!).Split('/', '\\').Where(part => part != ".")))))
            .Where(pair => Sources.NamespaceOf(pair.file) is { } space && space != pair.expected)
            .Select(pair => Path.GetRelativePath(root, pair.file)));
    }

    /// <summary>Names that two types share, each with the reason.</summary>
    private static readonly IReadOnlyDictionary<string, string> SharedNames = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["IrreducibleCharacter"] = "the checker has its own, which shares nothing with the maker's",
        ["ModularImage"] = "the checker has its own, which shares nothing with the maker's",
        ["JsonSpelling"] = "the checker reads by code of its own",
        ["FixedVectors"] = "extensions of copies, and of models of simples",
        ["NamespaceDoc"] = "written by generators of documentation",
    };

    [Fact]
    public void Two_types_never_share_a_name() =>
        Broken.None("a name is one type; what must be twice stands in SharedNames, with the reason", Product.Rooms
            .SelectMany(room => Product.WrittenTypes(room).Where(type => type.DeclaringType is null))
            .GroupBy(type => type.Name, StringComparer.Ordinal)
            .Where(group => group.Select(type => type.FullName).Distinct(StringComparer.Ordinal).Count() > 1 && !SharedNames.ContainsKey(group.Key))
            .Select(group => string.Join(" and ", group.Select(type => type.FullName))));

    /// <summary>The checker and what makes certificates share numbers and nothing else, in either direction: an error in shared code would certify itself.</summary>
    [Fact]
    public void The_checker_knows_no_maker_and_no_maker_knows_the_checker()
    {
        Assert.Equal(["Eqnn.Numbers"], References(Checker));
        Broken.None("the checker and what makes certificates share numbers alone", Shared(Product.Rooms.ToDictionary(room => room, References)));
    }

    /// <summary>The rule is seen to fire: every further reference of the checker, and every reference to it but those of the rooms that call it, is found.</summary>
    [Fact]
    public void A_reference_between_maker_and_checker_is_found()
    {
        foreach (var room in Product.Rooms.Where(room => room != Checker))
        {
            var real = Product.Rooms.ToDictionary(other => other, References);
            Assert.Equal(room == "Eqnn.Numbers" ? [] : [$"{Checker} -> {room}"], Shared(new Dictionary<string, IReadOnlyList<string>>(real) { [Checker] = ["Eqnn.Numbers", room] }));
            Assert.Equal(room is "Eqnn.Catalog" or "eqnn" ? [] : [$"{room} -> {Checker}"], Shared(new Dictionary<string, IReadOnlyList<string>>(real) { [room] = [.. real[room].Except([Checker]), Checker] }));
        }
    }

    /// <summary>In the two rooms that call the checker only the folders that do so know it: not those that derive or hold documents.</summary>
    [Theory]
    [InlineData("Eqnn.Catalog", "Eqnn.Catalog.Folders")]
    [InlineData("eqnn", "Eqnn.Cli.Commands")]
    public void In_a_room_that_calls_the_checker_one_folder_knows_it(string room, string folder)
    {
        var arrows = Dependencies(room).Where(arrow => arrow.To.StartsWith(Checker, StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(arrows);
        Broken.None($"only {folder} knows the checker", arrows.Where(arrow => arrow.From != folder).Select(arrow => $"{arrow.Type} -> {arrow.Used}"));
    }

    /// <summary>A file compiled into two rooms would be shared without a reference.</summary>
    [Fact]
    public void No_room_compiles_the_files_of_another() =>
        Broken.None("a project compiles its own folder", Directory.EnumerateFiles(Path.Combine(Eqnn.Testing.Oracles.Repository(), "src"), "*.*proj", SearchOption.AllDirectories)
            .Concat(Directory.EnumerateFiles(Path.Combine(Eqnn.Testing.Oracles.Repository(), "src"), "*.props", SearchOption.AllDirectories))
            .Where(file => !file.Split('/', '\\').Any(part => part is "obj" or "bin"))
            .Where(file => System.Text.RegularExpressions.Regex.IsMatch(File.ReadAllText(file), "<(Compile|AdditionalFiles)\\s+Include=\"[^\"]*\\.\\."))
            .Select(file => Path.GetFileName(file)));

    private const string Checker = "Eqnn.Checking";

    private static IReadOnlyList<string> References(string room) => [.. Product.Load(room).GetReferencedAssemblies().Select(reference => reference.Name!).Where(name => name.StartsWith("Eqnn", StringComparison.OrdinalIgnoreCase))];

    private static IReadOnlyList<string> Shared(IReadOnlyDictionary<string, IReadOnlyList<string>> references) =>
        [
            .. references[Checker].Where(name => name != "Eqnn.Numbers").Select(name => $"{Checker} -> {name}"),
            .. references.Where(pair => pair.Key is not (Checker or "Eqnn.Catalog" or "eqnn") && pair.Value.Contains(Checker)).Select(pair => $"{pair.Key} -> {Checker}"),
        ];

    /// <summary>What must be trusted: errors, progress, numbers and their enclosures, permutations, matrices with their vectors and subspaces.</summary>
    [Fact]
    public void The_checker_uses_numbers_permutations_and_matrices_alone()
    {
        string[] trusted =
        [
            "Eqnn.Numbers.LimitExceededException", "Eqnn.Numbers.WorkProgress", "Eqnn.Numbers.Cyclotomic", "Eqnn.Numbers.Rational", "Eqnn.Numbers.RealInterval", "Eqnn.Numbers.NumberTheory", "Eqnn.Numbers.Permutations.Permutation", "Eqnn.Numbers.LinearAlgebra.Matrix`1",
            "Eqnn.Numbers.LinearAlgebra.ColumnVector", "Eqnn.Numbers.LinearAlgebra.ColumnVector`1", "Eqnn.Numbers.LinearAlgebra.Subspace`1",
        ];
        using var assembly = AssemblyDefinition.ReadAssembly(Product.PathOf("Eqnn.Checking"));
        Broken.None("the checker uses numbers, permutations and matrices", assembly.MainModule.GetTypes()
            .SelectMany(type => UsedBy(type).SelectMany(Parts).Select(Outermost)
                .Where(used => used.Namespace.StartsWith("Eqnn", StringComparison.Ordinal) && !used.Namespace.StartsWith("Eqnn.Checking", StringComparison.Ordinal) && !trusted.Contains(used.FullName))
                .Select(used => $"{type.FullName} -> {used.FullName}"))
            .Distinct());
    }

    private static TypeReference Outermost(TypeReference type)
    {
        while (type.DeclaringType is { } outer)
        {
            type = outer;
        }

        return type;
    }

    internal static HashSet<(string Type, string From, string To, string Used)> Dependencies(string room)
    {
        using var assembly = AssemblyDefinition.ReadAssembly(Product.PathOf(room));
        var arrows = new HashSet<(string, string, string, string)>();
        foreach (var type in assembly.MainModule.GetTypes().Where(type => SpaceOf(type).StartsWith("Eqnn", StringComparison.Ordinal)))
        {
            foreach (var used in UsedBy(type).SelectMany(Parts).Where(used => SpaceOf(used).StartsWith("Eqnn", StringComparison.Ordinal)))
            {
                arrows.Add((type.FullName, SpaceOf(type), SpaceOf(used), used.Name));
            }
        }

        return arrows;
    }

    private static string SpaceOf(TypeReference type)
    {
        while (type.DeclaringType is { } outer)
        {
            type = outer;
        }

        return type.Namespace;
    }

    private static IEnumerable<TypeReference> UsedBy(TypeDefinition type) =>
        [
            .. type.BaseType is null ? [] : new[] { type.BaseType },
            .. type.Interfaces.Select(face => face.InterfaceType),
            .. type.Fields.Select(field => field.FieldType),
            .. type.Methods.SelectMany(method => method.Parameters.Select(parameter => parameter.ParameterType).Append(method.ReturnType)),
            .. type.Methods.Where(method => method.HasBody).SelectMany(method => method.Body.Variables.Select(variable => variable.VariableType)),
            .. type.Methods.Where(method => method.HasBody).SelectMany(method => method.Body.Instructions).SelectMany(instruction => Operand(instruction.Operand)),
        ];

    private static IEnumerable<TypeReference> Operand(object? operand) => operand switch
    {
        TypeReference type => [type],
        GenericInstanceMethod method => [method.DeclaringType, method.ReturnType, .. method.GenericArguments],
        MemberReference member when member.DeclaringType is not null => [member.DeclaringType],
        _ => [],
    };

    private static IEnumerable<TypeReference> Parts(TypeReference type) => type switch
    {
        GenericInstanceType generic => generic.GenericArguments.SelectMany(Parts).Append(generic.ElementType),
        TypeSpecification wrapped => Parts(wrapped.ElementType),
        GenericParameter => [],
        _ => [type],
    };
}
