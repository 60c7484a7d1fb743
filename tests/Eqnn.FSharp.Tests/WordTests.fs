/// Words of the library that no room needs from another one, and that a user does: each in a law.
module Eqnn.FSharp.Tests.WordTests

open Eqnn.Algebra
open Eqnn.Algebra.Characters
open Eqnn.Algebra.GSets
open Eqnn.Algebra.Groups
open Eqnn.Algebra.Identification
open Eqnn.Algebra.Representations
open Eqnn.Algebra.Representations.Abelian
open Eqnn.Algebra.Representations.MatrixGroups
open Eqnn.Algebra.SmallGroups
open Eqnn.Checking
open Eqnn.Checking.Reading
open Eqnn.Networks
open Eqnn.Networks.Onnx
open Eqnn.Networks.Plans
open Eqnn.Networks.Simples
open Eqnn.Networks.Symmetry
open Eqnn.Numbers
open Eqnn.Numbers.LinearAlgebra
open Eqnn.Numbers.Permutations
open Eqnn.PiecewiseLinear.Activations
open Eqnn.PiecewiseLinear.Arrangements
open Eqnn.PiecewiseLinear.Composites
open Eqnn.PiecewiseLinear.Depth
open Eqnn.PiecewiseLinear.Energies
open Eqnn.PiecewiseLinear.Existence
open Eqnn.PiecewiseLinear.Explorations
open Eqnn.PiecewiseLinear.Fans
open Eqnn.PiecewiseLinear.Harmonics
open Eqnn.PiecewiseLinear.Interaction
open Eqnn.PiecewiseLinear.Maps
open Eqnn.PiecewiseLinear.Refinement
open Eqnn.PiecewiseLinear.Regions
open Eqnn.PiecewiseLinear.Separation
open Eqnn.PiecewiseLinear.Universality
open Xunit

let private table name = CharacterTable.Of(FiniteGroup.Parse name)
let private whole (n: int) = Cyclotomic.Zero + n
let private rational (n: int) = Rational.Zero + n
let private row (numbers: int list) = numbers |> List.map whole |> ResizeArray

[<Fact>]
let ``rounding, decimals, simple fractions, and number theory`` () =
    let x = Rational.Of(7, 2)
    (x.Floor(), x.Ceiling(), Rational.Of(-7, 3).Round()) ==> (3I, 4I, -2I)
    (Rational.FromDecimal 0.125m, Rational.Of(1, 8).ToDecimal()) ==> (Rational.Of(1, 8), 0.125m)
    Rational.SimplestBetween(Rational.Of(31, 100), Rational.Of(35, 100)) ==> Rational.Of(1, 3)
    (RealCyclotomic.TwoCosine(5, 1L)).Ceiling() ==> 1I
    (Cyclotomic.E 4 + whole 2).Norm() ==> rational 5
    (Cyclotomic.E 4 + whole 2).Trace() ==> rational 4
    [ for n in 1L..6L -> NumberTheory.Mobius n ] ==> [ 1; -1; -1; 0; -1; 1 ]

[<Fact>]
let ``subspaces`` () =
    let span rows = Subspace<Cyclotomic>.Span(3, rows |> Seq.map (fun r -> row r :> System.Collections.Generic.IReadOnlyList<_>))
    let a, b = span [ [ 1; 0; 0 ]; [ 0; 1; 0 ] ], span [ [ 0; 1; 0 ]; [ 0; 0; 1 ] ]
    (a.Intersect b).Dimension + (a + b).Dimension ==> a.Dimension + b.Dimension
    (a.AmbientDimension, a.Annihilator().Dimension, a.UnitComplement().Dimension) ==> (3, 1, 1)
    let projection = Matrix<Cyclotomic>.Diagonal [| whole 1; whole 0; whole 0 |]
    projection.Columns().Count ==> 3
    a.ImageUnder(projection).Dimension + (Subspace<Cyclotomic>.KernelOf projection).Dimension ==> 3

[<Fact>]
let ``squares, powers and conjugates of characters`` () =
    let t = table "SL(2,3)"
    for chi in t.Irreducibles do
        let values = chi.Values
        values.SymmetricSquare() + values.ExteriorSquare() ==> values.TensorPower 2
        values.RationalTrace() ==> (values.GaloisConjugates() |> Seq.reduce (+))
        values.GaloisConjugate 1L ==> values
        [ for c in values.Coefficients() -> c.IsZero ] |> List.filter not |> List.length ==> 1
        values.ValueAt t.Group.Identity ==> values.Degree

[<Fact>]
let ``induction is adjoint to restriction`` () =
    let big = table "S4"
    let small = CharacterTable.Of(big.Group.Subgroup [ Permutation.Parse("(1,2,3)", 4); Permutation.Parse("(1,2)", 4) ])
    let fusion = ClassFusion.Of(small, big)
    for lower in small.Irreducibles do
        let induced = fusion.Induce lower.Values
        for upper in big.Irreducibles do
            induced.InnerProduct upper.Values ==> whole (int (fusion.Multiplicity(upper.Position, lower.Position)))

[<Fact>]
let ``classes, closures and quotients`` () =
    let t = table "S4"
    let group, lattice = t.Group, t.NormalSubgroups
    (ChiefSeries.Of lattice).IsSolvable ==> true
    for normal in lattice.Subgroups do
        let positions = normal.ClassPositions
        List.ofSeq (group.ClassPositionsOf(group.SubgroupOfClasses positions)) ==> List.ofSeq positions
        (group.NormalClosure normal.NormalGenerators).HasSameElementsAs(group.NormalClosureOfClasses positions) ==> true
        (lattice.NormalClosure positions).Order ==> normal.Order
        let quotient = QuotientGroup.Of normal
        let trivial = (CharacterTable.Of quotient.Group).Irreducibles[0].Values
        (quotient.Inflate trivial).IsIrreducible ==> true

    let g = Permutation.Parse("(1,2)(3,4)", 4)
    (group.Centralizer g).Order * group.ConjugacyClasses[group.ClassPositionOf g].Size ==> group.Order
    group.Chain.Sift(g).IsIdentity ==> true
    let limits = GroupLimits.Default.WithMaxSearchedOrder 1000L
    [ limits.MaxClasses; limits.MaxDegree; limits.MaxNormalSubgroups; limits.MaxSearchedClasses; limits.MaxSubgroups; limits.MaxTabulatedClasses ] |> List.forall (fun bound -> bound > 0) ==> true
    limits.MaxSearchedOrder ==> 1000L

[<Fact>]
let ``small groups with properties`` () =
    let filter = SmallGroupFilter().WithNilpotent(true).WithSolvable(true).WithSimpleOfType(SimpleType.Quaternionic)
    (Option.ofNullable filter.IsNilpotent, Option.ofNullable filter.IsSolvable, Option.ofNullable filter.HasSimpleOfType) ==> (Some true, Some true, Some SimpleType.Quaternionic)
    let orders = OrderRange.Parse "8..12"
    (orders.First, orders.Last) ==> (8, 12)
    let found = [ for struct (entry, facts) in filter.EnumerateGroups orders -> entry.Id, (facts.SimplesOf SimpleType.Quaternionic).Count ]
    found ==> [ SmallGroupId(8, 4), 1 ]
    (GroupIdentification.Of(FiniteGroup.Parse "Q8")).Candidates |> Seq.contains (SmallGroupId(8, 4)) ==> true
    let q8 = FiniteGroup.Parse "Q8"
    GroupIsomorphism.TryFromImages(q8, q8, q8.Generators) |> Option.ofObj |> Option.isSome ==> true

[<Fact>]
let ``operators, matrices, frequencies`` () =
    let group = FiniteGroup.Parse "C4"
    let set = GSet.Regular group
    let basis = OrbitalBasis.Of(set, set)
    let operator = OrbitalOperator.Of(basis, [ for n in 1..4 -> RealCyclotomic.op_Implicit n ])
    let matrix = operator.ToMatrix()
    for y in 0..3 do
        for x in 0..3 do
            operator.EntryAt(y, x) ==> matrix[y, x]

    [ for orbital in basis.Orbitals -> (basis.MatrixOf orbital)[orbital.TargetPoint, orbital.SourcePoint] ] ==> [ for _ in 1..4 -> Rational.One ]
    set.FixedPointCounts() |> Seq.head ==> 4I
    let split = IsotypicDecomposition.Of(CharacterTable.Of group, set)
    let points = [ for component' in split.Components -> split.ProjectedPoint(component'.Simple, 0) ]
    List.reduce (+) points |> List.ofSeq ==> [ whole 1; whole 0; whole 0; whole 0 ]
    let dual = AbelianDual.Of group
    (dual.AtFrequency 1I).ValueAt [| 2I |] ==> whole -2
    let turn = Matrix<Cyclotomic>.FromRows([ [ whole 0; whole -1 ]; [ whole 1; whole 0 ] ] |> Seq.map Seq.ofList)
    let matrices = MatrixGroup.Of("turn", [ turn ]).Match(id, (fun _ -> failwith "finite"))
    matrices.MatrixOf matrices.Group.Generators[0] ==> turn

[<Fact>]
let ``activations, their parts, and what commutes`` () =
    let relu = Activation.Relu.PiecewiseLinear |> Option.ofObj |> Option.get
    for t in [ rational -3; rational 2 ] do
        relu.EvenPart.Evaluate t + relu.OddPart.Evaluate t ==> relu.Evaluate t

    (Activation.FromPiecewiseLinear relu).Smoothness ==> Activation.Relu.Smoothness
    let admission = ActivationAdmission.Of(GSet.Points(FiniteGroup.Parse "S3"))
    admission.Allows Activation.Relu ==> true
    admission.TryFindObstruction Activation.Relu |> Option.ofObj |> Option.isNone ==> true

[<Fact>]
let ``chambers, walls, regions`` () =
    let options = ChamberSearchOptions.Default.WithZaslavskyBudget 1000L
    (options.KeepPartial, options.Route, options.ZaslavskyBudget, options.MaxOrbits > 0L && options.MaxFlats > 0L) ==> (false, ChamberRoute.Auto, 1000L, true)
    let lines = Arrangement.FromRows([ row [ 1; 0 ]; row [ 0; 1 ] ] |> Seq.map Seq.cast<Cyclotomic>)
    let chambers = ChamberEnumeration.Of(lines, options)
    let first = chambers.Orbits[0].Representative
    (first.IsSimplicial, first.Across(first.Walls[0]).Across(first.Walls[0]) = first, chambers.IsClosedUnderWallCrossing()) ==> (true, true, true)
    chambers.ChamberAt first.InteriorPoint ==> first
    chambers.Orbits[0].Size * chambers.Orbits[0].StabiliserOrder ==> lines.SymmetryOrder
    chambers.RayOrbits[0].Size * chambers.RayOrbits[0].StabiliserOrder ==> lines.SymmetryOrder
    let polynomial = CharacteristicPolynomial.Of lines
    (polynomial.AmbientDimension, polynomial.Rank) ==> (2, 2)
    let affine = AffineArrangement.FromRows([ row [ 1 ]; row [ 1 ] ] |> Seq.map Seq.cast<Cyclotomic>, [ whole 0; whole -1 ])
    List.ofSeq affine.Constants ==> [ whole 0; whole -1 ]
    for orbit in (RegionEnumeration.Of affine).Orbits do
        (orbit.Representative.InteriorPoint.Count, orbit.Representative.Cone.Signs[0], orbit.StabiliserOrder) ==> (1, 1, 1I)

    let swap = SignedPermutation.FromImages [ 2; -1 ]
    (swap.Image 0, swap.SignAt 0, swap.SignAt 1, swap.HasNegations) ==> (1, 1, -1, true)

[<Fact>]
let ``systems of inequalities are decided`` () =
    use solver = RegionSolvers.Simplex 1
    let positive, negative = LinearConstraint.Positive [ whole 1 ], LinearConstraint.NonNegative [ whole -1 ]
    let some = solver.Decide [ positive ]
    (some.IsFeasible, some.Constraints.Count, (solver.Decide [ positive; negative ]).IsFeasible) ==> (true, 1, false)
    some.Match((fun yes -> positive.IsSatisfiedBy yes.Point), (fun _ -> false)) ==> true

[<Fact>]
let ``maps as vectors, fans refined`` () =
    let t = table "S3"
    let split = IsotypicDecomposition.Of(t, GSet.Points t.Group)
    let fan = EquivariantFan.Of(SimpleCopy.TryFind(split, t.SimpleNamed "standard") |> Option.ofObj |> Option.get)
    let maps = EquivariantMapSpace.Of(fan, t.SimpleNamed "standard")
    let coordinates = [| for i in 1 .. maps.Dimension -> whole i |]
    let map = maps.Combination coordinates
    Array.ofSeq (maps.CoordinatesOf map) ==> coordinates
    (map.IsLinear, map.ToLatexCases().Contains "cases") ==> (false, true)
    fan.RefinedBy(fan).RayCount ==> fan.RayCount
    fan.TryFindRay fan.Rays[0].Direction |> Option.ofObj |> Option.isSome ==> true
    (RigidArrangement.Holds fan, KernelCriterion.HoldsForSum([ t.SimpleNamed "sign"; t.SimpleNamed "standard" ], t.SimpleNamed "standard")) ==> (false, true)
    let s4 = table "S4"
    let solid = EquivariantFan.Of(SimpleCopy.TryFind(IsotypicDecomposition.Of(s4, GSet.Points s4.Group), s4.SimpleNamed "standard") |> Option.ofObj |> Option.get)
    let onto = EquivariantMapSpace.Of(solid, s4.SimpleNamed "standard")
    if RigidArrangement.Holds solid then RigidArrangement.DimensionOf(solid, onto.TargetModel) ==> onto.Dimension

[<Fact>]
let ``lines, their stabilisers, and what couples`` () =
    let t = table "C6"
    let graph name = InteractionGraph.Of(IsotypicDecomposition.Of(t, GSet.Parse(t.Group, name)), Activation.Relu)
    let regular = graph "regular"
    for stabiliser in regular.StabilizersOf(t.SimpleNamed "L1") do
        for simple in t.Simples do
            stabiliser.CouplesEven simple ==> not (stabiliser.Line.SumOf simple).IsZero
            stabiliser.CouplesOdd simple ==> not (stabiliser.SignedSumOf simple).IsZero
            stabiliser.Line.FixedDimension simple >= 0L ==> true

        (stabiliser.Line.IsNormal, Seq.sum stabiliser.Line.ClassCounts, stabiliser.Line.ClassPositions.Count = stabiliser.Line.ClassCounts.Count) ==> (true, stabiliser.Line.Order, true)

    let same = InteractionComparison.Of(regular, graph "regular")
    (same.HaveSameNodes, same.AreEqual) ==> (true, true)
    let flow = EnergyFlow.Of(regular, EnergyOptions.Default.WithDigits 4)
    EnergyOptions.Default.WithDigits(4).Digits ==> 4
    flow.Rows |> Seq.forall (fun energies -> energies.Total.Low.Sign >= 0) ==> true
    (CyclicComposites()).EvenPart(6, 1, 2).IsZero ==> false

[<Fact>]
let ``waves`` () =
    let series = HarmonicSeries.Of(Activation.Relu, 3)
    for term in series.Terms do
        match Option.ofObj term.Exact with
        | Some exact -> Assert.Equal(exact.ToDouble(), term.Value, 1e-9); (exact.RootsOverPi.Count + exact.ArcsinesOverPi.Count) >= 0 ==> true
        | None -> ()

    let exact, about = HarmonicSeries.OnCyclicGroup(Activation.Relu, 8), HarmonicSeries.ApproximateOnCyclicGroup(Activation.Relu, 8, 2)
    for k in 0..2 do
        let struct (cosine, _), struct (near, _) = exact[k], about[k]
        Assert.Equal(cosine.ToDouble(), near, 1e-9)

[<Fact>]
let ``depth, limits and options say what they are`` () =
    let depth = (DepthOptions()).WithManyInputChannels(true).WithUntilStable(true).WithWitnessTrials(5).WithMaxChamberOrbits(9L)
    (depth.ManyInputChannels, depth.UntilStable, depth.WitnessTrials, depth.MaxChamberOrbits, depth.MaxFormEntries > 0L && depth.MaxWitnessPoints > 0) ==> (true, true, 5, 9L, true)
    let t = table "C5"
    let analysis = DepthAnalysis.Of([| IsotypicDecomposition.Of(t, GSet.Regular t.Group) |], Activation.Relu, 1, [| t.SimpleNamed "L1" |], depth)
    analysis.Profiles[0].IsStable ==> true
    let limits = ExplorationLimits(MaxPoints = 10)
    (limits.MaxPoints, limits.MaxEntries > 0 && limits.MaxFurtherEntries > 0 && limits.MaxSimples > 0) ==> (10, true)
    (CompletenessOptions(MaxSubspaces = 7L)).MaxSubspaces ==> 7L
    let universal = UniversalityOptions(MaxDegree = 3)
    (universal.MaxDegree, universal.MaxSubspaces > 0L, universal.MaxUnions > 0) ==> (3, true, true)
    let progress = WorkProgress("classes", 1L, 2L)
    (progress.Done, progress.Total) ==> (1L, 2L)

[<Fact>]
let ``inputs, colours, and networks with integer weights`` () =
    let group = FiniteGroup.Parse "S3"
    let points = GSet.Points group
    let input values = NetworkInput.Of(points, values |> List.map (fun (n: int) -> RealCyclotomic.op_Implicit n))
    let shape = Architecture.Of(points, [ points ])
    (Architecture.Of(points, [ points; points ]).WithDepth 1).Layers.Count ==> 1
    let moved = (input [ 0; 1; 2 ]).MovedBy(Permutation.Parse("(1,2)", 3))
    (moved.IsRational, moved = input [ 1; 0; 2 ]) ==> (true, true)
    let refinement = OrbitalRefinement.Of(points, points)
    let values n = [ for v in n -> whole v ] |> ResizeArray
    let colours = refinement.BySums [| [| values [ 0; 1; 2 ] |]; [| values [ 1; 0; 2 ] |] |]
    (colours.HaveEqualCounts(0, 1), colours.AgreeEverywhere(0, 1), (refinement.ByCounts colours).Count) ==> (true, false, 3)
    let pair = PairSeparation.Of(shape, input [ 0; 1; 2 ], input [ 0; 0; 3 ])
    let network = pair.Match((fun yes -> yes.Network |> Option.ofObj |> Option.get), (fun _ -> failwith "they are told apart"))
    for layer in network.Layers do
        let weights = [ for w in layer.Weights -> IntegerWeight(w.TargetChannel, w.SourceChannel, w.TargetPoint, w.SourcePoint, w.Weight) ]
        let biases = [ for b in layer.Biases -> IntegerBias(b.TargetChannel, b.TargetOrbit, b.Value) ]
        IntegerLayer(layer.Source, layer.SourceChannels, layer.Target, layer.TargetChannels, ResizeArray weights, ResizeArray biases) ==> layer

    let sets = (UniversalityTable.Of points).Sets
    sets |> Seq.forall (fun set -> set.IsContainedIn set) ==> true

[<Fact>]
let ``a network by hand`` () =
    let space = FeatureSpace.Parse(FiniteGroup.Parse "C3", "1*regular")
    let map = EquivariantMap.FromWeights(space, space, [ 1.0; 2.0; 3.0 ])
    map.EntryAt(0, 1, 0, 0) ==> map[0, 0, 1]
    let layer = NetworkLayer([ LayerTerm(0, map) ], [ 0.5 ], Activation.Relu)
    (layer.HasBias, layer.OrbitCount) ==> (true, 1)
    let network = EquivariantNetwork(space, [ layer ])
    (network.EvaluateStates [| 1.0; 0.0; 0.0 |]).Count ==> 2
    let axes = network.InputAxes
    (axes.BatchAxis, axes.PointsBefore, Seq.toList axes.Lengths, Seq.toList (axes.ShapeOf 2), axes.SamplesIn [| 2; 1; 3 |] |> Option.ofNullable) ==> (0, 1, [ 1; 3 ], [ 2; 1; 3 ], Some 2)
    let flat = SampleAxes([ 3 ], 0, BatchJoin.None, 1)
    flat.WithPointsBefore 1 ==> flat
    let noted = network.WithArrays(flat, flat).WithNotes [ "by hand" ]
    (noted.InputAxes, List.ofSeq noted.Notes) ==> (flat, [ "by hand" ])
    (EquivarianceCheck.Of network).WorstState >= 0 ==> true
    let simples = NetworkSimples.Of network
    [ for simple in simples.All -> simple.Alias.Length >= 0, Seq.toList simple.Frequencies ] |> List.length ==> 2
    for block in (MapDecomposition.Of(simples, map)).Blocks do
        Assert.Equal(block.Norm, Seq.max block.SingularValues, 1e-12)

[<Fact>]
let ``options of networks and of the checker`` () =
    let options = RandomNetworkOptions(Residual = true, Support = System.Nullable 1).WithSeed 3
    (options.Residual, options.Support |> Option.ofNullable, options.Seed) ==> (true, Some 1, 3)
    let spaces = FeatureSpace.ParseList(FiniteGroup.Parse "S3", "1*points,2*points,1*points")
    let network = RandomNetwork.Of(spaces, RandomNetworkOptions.Default.WithSeed 2)
    let export = OnnxExportOptions.Default.WithOpset(17).WithStructured false
    export.Structured ==> false
    let path = System.IO.Path.GetTempFileName()
    System.IO.File.WriteAllBytes(path, Array.ofSeq (OnnxExport.ToBytes(network, export)))
    let model = OnnxModel.Load path
    System.IO.File.Delete path
    let reading = (OnnxImportOptions()).WithAxes(AxisOrder.ChannelPoint).WithOutput(model.Outputs[0])
    (reading.Tolerance > 0.0, reading.Until |> Option.ofObj, (reading.WithUntil "node").Until |> Option.ofObj) ==> (true, None, Some "node")
    (OnnxImport.Read(model, spaces, reading)).Network.ParameterCount ==> network.ParameterCount
    let discovery = NetworkDiscovery.Of(network, network.Input, DiscoveryOptions.Default.WithOutput network.Output)
    (discovery.IsFound, discovery.Distances.Count > 0) ==> (true, true)
    let four = FeatureSpace.ParseList(FiniteGroup.Parse "C3", "1*regular,1*regular")
    let other = RandomNetwork.Of(FeatureSpace.ParseList(FiniteGroup.Parse "C1", "3*points,3*points"), Activation.Relu)
    let refused = Assert.Throws<NotEquivariantException>(fun () -> OnnxImport.Read(OnnxModel.Parse(OnnxExport.ToBytes other), four) |> ignore)
    refused.Worst.Relative > 0.0 ==> true
    let symmetry = NetworkSymmetry.Of(network, network.Input)
    (symmetry.IsWhole, symmetry.InputAxes) ==> (true, network.InputAxes)
    let checking = CertificateCheckOptions.Default
    [ checking.CountBudget; checking.MaxCones; checking.MaxGroupOrder ] |> List.forall (fun bound -> bound > 0L) ==> true
    (CertificateChecker.Check "{}").IsAccepted ==> false

[<Fact>]
let ``a group without its table`` () =
    let group = FiniteGroup.Parse "S4"
    let survey = (GroupSurvey.Start group).Complete()
    let fact key = survey.Facts |> Seq.find (fun fact -> fact.Key = key)
    let number key = (fact key).Number |> Option.ofNullable
    let numbers key = (fact key).Numbers |> Option.ofObj |> Option.map List.ofSeq
    (number "exponent", number "centreOrder") ==> (Some(group.ComputeExponent()), Some((group.ComputeCentre()).Order))
    numbers "derivedSeries" ==> Some [ for subgroup in group.ComputeDerivedSeries() -> subgroup.Order ]
    numbers "abelianInvariants" ==> Some [ for order in group.ComputeAbelianInvariants() -> bigint order ]
    (fact "nilpotent").Truth |> Option.ofNullable ==> Some((Seq.last (group.ComputeLowerCentralSeries())).Order = 1I)
    NormalSubgroupLattice.TryWithoutTable group |> Option.ofObj |> Option.map (fun lattice -> lattice.Subgroups.Count) ==> Some 4
    let structure = AbelianStructure.Of(FiniteGroup.Parse "C6 x C2")
    (structure.Exponent, structure.SimpleCount, Seq.reduce (*) structure.ChiefFactorOrders) ==> (6I, 8I, 12I)
    let stopped = LimitExceededException.Within(fun () -> CharacterTable.Of(FiniteGroup.Parse("S4", GroupLimits.Default.WithMaxClasses 2)))
    let struct (_, limit) = stopped
    limit |> Option.ofObj |> Option.isSome ==> true
