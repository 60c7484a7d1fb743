using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Explorations;
using Eqnn.Records.Json;

namespace Eqnn.Records.Explorations;

/// <summary>J_t for t = 1, 2, ... from each source of a G-set, as the number of its list, with the number of the reason of each simple in it (one number if all have the same).</summary>
internal static class DepthPart
{
    /// <summary>The depth of a set.</summary>
    public static void Write(JsonOutput json, ExploredSet set)
    {
        var (lists, members, reasons) = (new Numbering<string>(), new List<IReadOnlyList<int>>(), new Numbering<(bool? Populated, string Text)>());
        json.Object("classes", () =>
        {
            foreach (var (name, depth) in set.Depths)
            {
                json.List(name, depth.Profiles, profile => json.List(profile.Steps.Skip(1), step =>
                {
                    IReadOnlyList<int> list = [.. step.Reached.Select(reached => reached.Simple.Position)];
                    var place = lists.NumberOf(string.Join(',', list));
                    if (place == members.Count)
                    {
                        members.Add(list);
                    }

                    int[] why = [.. step.Reached.Select(reached => reasons.NumberOf((reached.Populated, reached.Reason)))];
                    json.Row<Action>([() => json.Item(place), () => WriteReasons(json, why)], write => write());
                }));
            }
        });
        json.List("lists", members, json.Row);
        json.List("reasons", reasons.Values, reason => json.Row<Action>([() => json.Item(reason.Populated is { } known ? known ? 1 : 0 : -1), () => json.Item(reason.Text)], write => write()));
    }

    private static void WriteReasons(JsonOutput json, int[] why)
    {
        if (why.Distinct().Count() == 1)
        {
            json.Item(why[0]);
        }
        else
        {
            json.Row(why);
        }
    }
}
