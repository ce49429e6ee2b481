/** Terraform types a null, and what it cannot evaluate, by the expression; our nulls and unknowns have no type. */
const UNTYPED = 'a null or a failed operation has a type in Terraform'
/** Division and multiplication aside: nothing in a configuration tells the two zeros apart but their text. */
const NEGATIVE_ZERO = 'our numbers have one zero'
/** We say the value that a later version of Terraform says. */
const LEFT_UNKNOWN = 'Terraform leaves a known value to apply'
const FAILED_CONVERSION = 'coalesce() passes over what it cannot convert, instead of refusing it'

/** Cases in which we differ from Terraform and mean it, with the reason. Nothing that real repositories do is here. */
export const knownDifferences: ReadonlyMap<string, string> = new Map([
  ['coalesce(null, [1], ["a"])', UNTYPED],
  ['coalesce(null, {a = 1}, {b = 2})', UNTYPED],
  ['2 != [2] ? 9007199254740992 : true == 9007199254740993 ? false : null', UNTYPED],
  [
    'length(["ml", "a b", "train"]) > 0 ? [{team = "x,y", gpus = 1}, {team = "Ünï", gpus = 0}] : [{team = "", gpus = -2.75}, {"a/b" = "true", model_id = 1000000}, {team = "fraud", gpus = 100}] == coalesce(true, null, 3)',
    UNTYPED,
  ],
  [
    'coalesce(contains(["01"], "ml") ? {"a/b" = "train", "cost-center" = true, model_id = 10} : null, {for v in ["train", "a b"] : v => {name = v}})',
    UNTYPED,
  ],
  [
    'toset([false ? toset(["1"]) : null, !false ? true : length(["a b", "a b", "fraud"]) > 1 ? "true" : null])',
    UNTYPED,
  ],
  ['true ? [{team = "a b", gpus = 0}] : [] == format("%d %s", tomap({}), 1)', UNTYPED],
  ['toset([length(["", "x,y"]) > 2 ? tomap({"a/b" = ""}) : null, 100 <= 1000000 ? "ml" : "a b"])', UNTYPED],
  ['textencodebase64("é", "NO-SUCH")', 'we do not know the names of all encodings'],
  ['rsadecrypt("x", "y")', 'rsadecrypt() is not evaluated'],
  ['templatestring("x", {})', 'we render whatever text stands there, Terraform only a reference'],
  ['tonumber("-0")', NEGATIVE_ZERO],
  ['-(0)', NEGATIVE_ZERO],
  ['log(1, 0)', NEGATIVE_ZERO],
  ['format("%v/%v", toset([1]), null)', LEFT_UNKNOWN],
  ['format("%#v %v", tomap({}), null)', LEFT_UNKNOWN],
  ['formatlist("%v%v", tomap({phase = "ml", "é" = "x,y"}), null)', LEFT_UNKNOWN],
  [
    'coalesce(tomap({team = "x,y", "a/b" = "1", "é" = "a b"})[*].team, length([]) > -1 ? toset([3, 2, -2.75]) : null)',
    FAILED_CONVERSION,
  ],
])
