import assert from 'node:assert/strict'
import { toPlain } from '../../../core/domain/plain.ts'
import { isMapping, map, string, tuple, unknown, type Value } from '../../../core/domain/value.ts'
import { SourceFile } from '../../../core/source/source-file.ts'
import { HIDDEN } from './blur.ts'
import { evaluateText } from './evaluate-text.ts'

/** What expressions can see here: `hidden` is unknown, `some_tags` and `some_zones` may hold more than is listed. */
const seen: Readonly<Record<string, Value>> = {
  hidden: HIDDEN,
  some_tags: { ...map(new Map([['team', string('fraud')]])), open: unknown('module.tags is not loaded') },
  some_zones: {
    ...tuple([string('a'), string('b')]),
    open: unknown('data.aws_zones is known only after apply'),
  },
}

const UNKNOWN = { $unknown: 'var.team has no default' }
const MORE_TAGS = { $unknown: 'module.tags is not loaded' }
const MORE_ZONES = { $unknown: 'data.aws_zones is known only after apply' }

/** The most that can be said. That it is never too much is what unknown.test.ts draws its arguments for. */
const answers: Readonly<Record<string, unknown>> = {
  'merge({ team = "fraud" }, hidden)': { team: UNKNOWN, $unknown: UNKNOWN.$unknown },
  'merge(hidden, { team = "fraud" })': { team: 'fraud', $unknown: UNKNOWN.$unknown },
  'merge({ phase = "training", team = "ml" }, some_tags)': {
    phase: MORE_TAGS,
    team: 'fraud',
    $unknown: MORE_TAGS.$unknown,
  },
  'merge(some_tags, { phase = "training" })': {
    team: 'fraud',
    phase: 'training',
    $unknown: MORE_TAGS.$unknown,
  },
  'merge({ team = hidden }, { phase = "training" })': { team: UNKNOWN, phase: 'training' },
  'merge({ a = 1 }, null)': { a: 1 },
  'merge({ a = 1 }, hidden...)': { a: UNKNOWN, ...UNKNOWN },
  'lookup(some_tags, "team", "none")': 'fraud',
  'lookup(some_tags, "phase", "none")': MORE_TAGS,
  'lookup({ team = "fraud" }, hidden, "none")': UNKNOWN,
  'lookup({ team = "fraud", phase = hidden }, "team")': 'fraud',
  'keys(some_tags)': ['team', MORE_TAGS],
  'keys({ team = hidden })': ['team'],
  'values({ a = 1, b = hidden })': [1, UNKNOWN],
  'length([hidden, hidden])': 2,
  'length(some_zones)': MORE_ZONES,
  'length({ a = hidden })': 1,
  'length(toset(["a", hidden]))': UNKNOWN,
  'length(toset([hidden]))': 1,
  'coalesce("x", hidden)': 'x',
  'coalesce(hidden, "x")': UNKNOWN,
  'coalesce("", null, "x", hidden)': 'x',
  'coalescelist([hidden], ["a"])': [UNKNOWN],
  'coalescelist(some_zones, ["c"])': ['a', 'b', MORE_ZONES],
  'coalescelist([], hidden)': UNKNOWN,
  'contains(some_zones, "b")': true,
  'contains(some_zones, "z")': MORE_ZONES,
  'contains(["a", hidden], "a")': true,
  'contains(["a", hidden], "z")': UNKNOWN,
  'contains(["a"], hidden)': UNKNOWN,
  'contains([], hidden)': false,
  'concat(["a"], [hidden], ["b"])': ['a', UNKNOWN, 'b'],
  'concat(["a"], hidden)': ['a', UNKNOWN],
  'length(concat(["a"], [hidden]))': 2,
  'element(["a", hidden], 0)': 'a',
  'element(some_zones, 0)': MORE_ZONES,
  'slice(hidden, 0, 3)': [UNKNOWN, UNKNOWN, UNKNOWN],
  'slice(["a", hidden, "c"], 0, 1)': ['a'],
  'length(slice(some_zones, 0, 3))': 3,
  'flatten([["a"], hidden])': ['a', UNKNOWN],
  'flatten([["a"], [hidden]])': ['a', UNKNOWN],
  'compact(["a", "", hidden])': ['a', UNKNOWN],
  'distinct(["a", "a", "b"])': ['a', 'b'],
  'toset(["b", hidden, "a"])': ['a', 'b', UNKNOWN],
  'setunion(["a"], hidden)': ['a', UNKNOWN],
  'setsubtract(["a", "b"], ["a", hidden])': [UNKNOWN],
  'setintersection(["a", "b"], some_zones)': ['a', 'b'],
  'setproduct(["a"], [hidden])': [['a', UNKNOWN]],
  'setproduct([], hidden)': UNKNOWN,
  'zipmap(["team", "phase"], hidden)': { team: UNKNOWN, phase: UNKNOWN },
  'zipmap(["team", hidden], ["fraud", "training"])': { team: UNKNOWN, $unknown: UNKNOWN.$unknown },
  'zipmap([hidden, "team"], ["fraud", "training"])': { team: 'training', $unknown: UNKNOWN.$unknown },
  'zipmap(["team"], [hidden])': { team: UNKNOWN },
  'one([hidden])': UNKNOWN,
  'one(hidden)': UNKNOWN,
  'sort(["b", hidden, "a"])': ['a', 'b', UNKNOWN],
  'reverse(["b", hidden])': [UNKNOWN, 'b'],
  'index(["a", hidden], "a")': 0,
  'index([hidden, "a"], "a")': UNKNOWN,
  'alltrue([false, hidden])': false,
  'alltrue([true, hidden])': UNKNOWN,
  'anytrue([true, hidden])': true,
  'format("%s-%s", "a", hidden)': UNKNOWN,
  'formatlist("%s-%s", ["a", "b"], ["x", hidden])': ['a-x', UNKNOWN],
  'formatlist("%s-%s", ["a", "b"], hidden)': [UNKNOWN, UNKNOWN],
  'join("-", ["a", hidden])': UNKNOWN,
  'jsonencode({ a = hidden })': UNKNOWN,
  'tolist([hidden, "a"])': [UNKNOWN, 'a'],
  'tomap({ team = hidden })': { team: UNKNOWN },
  'tomap({ gpus = 8, spot = true, team = hidden })': { gpus: 8, spot: true, team: UNKNOWN },
  'matchkeys(["i-1", "i-2"], ["a", hidden], ["a"])': ['i-1', UNKNOWN],
  'lower(hidden)': UNKNOWN,
  'hidden && false': false,
  'hidden || true': true,
  'hidden && true': UNKNOWN,
  '[1, hidden] == [2, hidden]': false,
  '{ a = hidden } == { b = 1 }': false,
  'some_zones == []': MORE_ZONES,
  'timestamp()': { $unknown: 'timestamp() is the time of the run' },
  'uuid()': { $unknown: 'uuid() gives another result at every run' },
  'provider::aws::arn_parse("arn")': { $unknown: 'provider::aws::arn_parse() is a function of a provider' },
  'file("../outside.txt")': { $unknown: 'file() reads "../outside.txt", which lies outside the repository' },
  'fileexists("/etc/passwd")': {
    $unknown: 'fileexists() reads "/etc/passwd", which lies outside the repository',
  },
  'pathexpand("~/.ssh/id_rsa.pub")': {
    $unknown: 'the home directory in "~/.ssh/id_rsa.pub" depends on who runs Terraform',
  },
}

describe('what can be said of partly known arguments', () => {
  for (const [expression, expected] of Object.entries(answers))
    it(expression, () => {
      const result = evaluateText(expression, seen)
      assert.ok('value' in result, JSON.stringify(result))
      assert.deepEqual(toPlain(result.value), expected)
    })

  it('wrong use is refused even beside an unknown argument', () => {
    const result = evaluateText('cidrsubnet(hidden, "eight", 1)', seen)
    assert.deepEqual(result, { error: 'Invalid value for "newbits" parameter: a number is required.' })
  })

  it('merge() keeps the very values, so that each tag knows where it was written', () => {
    const result = evaluateText('merge(some_tags, { phase = "training" })', seen)
    assert.ok('value' in result && isMapping(result.value))
    const { entries } = result.value
    assert.equal(entries.get('team'), seen.some_tags?.kind === 'map' && seen.some_tags.entries.get('team'))
    const [written] = entries.get('phase')!.origins!
    assert.equal(written!.source.text.slice(written!.start, written!.end), 'phase = "training"')
  })

  it('a tag that may be overwritten still knows where its key was written', () => {
    const result = evaluateText('merge({ team = "fraud" }, hidden)', seen)
    assert.ok('value' in result && isMapping(result.value))
    const team = result.value.entries.get('team')!
    const [written] = team.origins!
    assert.equal(written!.source.text.slice(written!.start, written!.end), 'team = "fraud"')
    assert.deepEqual(team.refs, HIDDEN.refs)
  })

  it('references stay with what is made of them', () => {
    const endpoint = { ...string('arn:aws:sagemaker:eu-west-1:1:endpoint/fraud'), refs: HIDDEN.refs! }
    for (const expression of [
      'basename(endpoint)',
      'format("%s", endpoint)',
      'jsonencode({ a = [endpoint] })',
    ]) {
      const result = evaluateText(expression, { endpoint })
      assert.ok('value' in result)
      assert.deepEqual(result.value.refs, HIDDEN.refs, expression)
    }
  })

  it('a text made of several values knows the places of all of them', () => {
    const source = new SourceFile('prod.tfvars', 'team = "fraud"')
    const team = { ...string('fraud'), origins: [{ source, start: 7, end: 14 }] }
    const result = evaluateText('format("%s-%s", "ml", team)', { team })
    assert.ok('value' in result)
    const places = result.value.origins!.map((range) => range.source.text.slice(range.start, range.end))
    assert.deepEqual(places, ['"%s-%s"', '"ml"', '"fraud"'])
  })
})
