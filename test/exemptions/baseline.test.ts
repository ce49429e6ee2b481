import assert from 'node:assert/strict'
import fc from 'fast-check'
import { check } from '../../core/check.ts'
import { ConfigurationError } from '../../core/domain/configuration-error.ts'
import { baselineText, readBaseline } from '../../core/exemptions/baseline.ts'
import { recordBaseline } from '../../core/record-baseline.ts'
import { locate, SourceFile } from '../../core/source/source-file.ts'
import { memoryTree } from '../../core/source/source-tree.ts'
import { frozenBook } from '../support/frozen-book.ts'
import type { Files } from '../support/review-files.ts'

const TODAY = '2026-11-21'
const CONFIG = `version: 1
schema: { preset: none, keys: { team: { required: true }, model_id: { required: true } } }
`
const PROVIDER = 'provider "aws" { region = "us-east-1" }\n'
const machine = (name: string, more = '') =>
  `resource "aws_instance" "${name}" {\n  instance_type = "m5.xlarge"\n${more}}\n`
const book = frozenBook()

const platform = (...blocks: readonly string[]): Files => ({
  'ascribe.yml': CONFIG,
  'infra/main.tf': PROVIDER + blocks.join(''),
})

function record(files: Files, onlyDrop = false) {
  return recordBaseline(memoryTree(files), '', book, { onlyDrop, today: TODAY })
}

function withBaseline(files: Files): Files {
  const { path, text } = record(files)
  return { ...files, [path]: text }
}

function checked(files: Files) {
  return check(memoryTree(files), '', book, [], TODAY)
}

describe('a baseline', () => {
  it('is sorted, one finding a line', () => {
    assert.equal(
      record(platform(machine('b'), machine('a', '  tags = { team = "fraud-ml" }\n'))).text,
      `{
  "version": 1,
  "findings": [
    {"project":"infra","address":"aws_instance.a","rule":"missing-tag","key":"model_id"},
    {"project":"infra","address":"aws_instance.b","rule":"missing-tag","key":"model_id"},
    {"project":"infra","address":"aws_instance.b","rule":"missing-tag","key":"team"}
  ]
}
`,
    )
    assert.equal(record(platform()).text, '{\n  "version": 1,\n  "findings": []\n}\n')
  })

  it('leaves nothing new, and only what is new fails', () => {
    const before = withBaseline(platform(machine('a'), machine('b')))
    const { findings, accepted } = checked(before)
    assert.deepEqual(findings, [])
    assert.equal(accepted.length, 4)
    const grown = { ...before, ...platform(machine('a'), machine('b'), machine('gpu')) }
    assert.deepEqual(
      [...new Set(checked(grown).findings.map(({ address }) => address))],
      ['aws_instance.gpu'],
    )
    const all = check(memoryTree(before), '', book, [], TODAY, { baseline: false })
    assert.equal(all.findings.length, 4)
  })

  it('holds whatever is recorded, however it is written: property', () => {
    const name = fc.stringMatching(/^[a-z]{1,6}$/)
    const blanks = fc.constantFrom('', '\n', '# a comment\n', '\n\n// another\n')
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.record({ name, tags: fc.constantFrom('', '  tags = { team = "x" }\n'), blanks }), {
          maxLength: 6,
          selector: ({ name }) => name,
        }),
        (machines) => {
          const before = withBaseline(platform(...machines.map((one) => machine(one.name, one.tags))))
          assert.deepEqual(checked(before).findings, [])
          const other = machines
            .toReversed()
            .map((one) => one.blanks + machine(one.name, `${one.blanks}${one.tags}`).replace(' = ', '   = '))
          const reformatted = { ...before, ...platform(...other) }
          assert.deepEqual(checked(reformatted).findings, [])
          assert.ok(record(reformatted).isCurrent)
          const plain = checked(platform(...other)).inspection.resources.map(({ cost }) => cost)
          assert.deepEqual(
            checked(reformatted).inspection.resources.map(({ cost }) => cost),
            plain,
          )
        },
      ),
      { numRuns: 40 },
    )
  })

  it('follows moved blocks, and a count that comes or goes', () => {
    const before = withBaseline(platform(machine('a')))
    const moved = 'moved {\n  from = aws_instance.a\n  to   = module.train.aws_instance.a\n}\n'
    const after = {
      ...before,
      'infra/main.tf': `${PROVIDER}module "train" {\n  source = "./train"\n}\n${moved}`,
      'infra/train/main.tf': machine('a'),
    }
    assert.deepEqual(checked(after).findings, [])
    const counted = { ...before, ...platform(machine('a', '  count = 1\n')) }
    assert.deepEqual(checked(counted).findings, [])
    assert.match(record(counted).text, /aws_instance\.a\[0\]/)
  })

  it('follows the folder of a root module that gets another name', () => {
    const before = withBaseline(platform(machine('a'), machine('b'), machine('c')))
    const { 'infra/main.tf': main, ...rest } = before
    const renamed = { ...rest, 'platform/main.tf': main! }
    assert.deepEqual(checked(renamed).findings, [])
    const { text, added, dropped, isCurrent } = record(renamed)
    assert.deepEqual([added, dropped, isCurrent], [[], [], false])
    assert.equal(text, before['ascribe.baseline.json']!.replaceAll('"infra"', '"platform"'))
    // A part of the tree says nothing about what is not in it.
    const copied = { ...before, 'platform/main.tf': main! }
    const part = check(memoryTree(copied), 'platform', book, [], TODAY)
    assert.equal(part.findings.length, 6)
    assert.equal(checked(copied).findings.length, 6)
  })

  it('does not follow where two folders may be meant, or most resources are others', () => {
    const { 'infra/main.tf': main, ...rest } = withBaseline(
      platform(machine('a'), machine('b'), machine('c')),
    )
    const twice = { ...rest, 'one/main.tf': main!, 'two/main.tf': main! }
    assert.equal(checked(twice).findings.length, 12)
    const kept = { ...rest, 'envs/infra/main.tf': main!, 'two/main.tf': main! }
    assert.deepEqual([...new Set(checked(kept).findings.map(({ project }) => project))], ['two'])
    const other = { ...rest, 'one/main.tf': PROVIDER + machine('a') + machine('x') + machine('y') }
    assert.equal(checked(other).findings.length, 6)
  })

  it('can be pruned of what was fixed, and takes nothing in then', () => {
    const before = withBaseline(platform(machine('a'), machine('b')))
    const after = { ...before, ...platform(machine('b'), machine('c')) }
    const pruned = record(after, true)
    assert.deepEqual(
      pruned.dropped.map(({ address }) => address),
      ['aws_instance.a', 'aws_instance.a'],
    )
    assert.deepEqual(
      readBaseline(new SourceFile(pruned.path, pruned.text)).entries.map(({ address }) => address),
      ['aws_instance.b', 'aws_instance.b'],
    )
    assert.equal(pruned.isCurrent, false)
    assert.equal(record(before).isCurrent, true)
  })

  it('keeps what cannot be seen: modules that are not loaded, and all where files cannot be read', () => {
    const call = 'module "train" {\n  source = "acme/train/aws"\n}\n'
    const entry = {
      project: 'infra',
      address: 'module.train.aws_instance.a',
      rule: 'missing-tag',
      key: 'team',
    }
    const text = baselineText([entry])
    const hidden = { ...platform(call), 'ascribe.baseline.json': text }
    assert.equal(record(hidden, true).text, text)
    const broken = { ...platform('resource "aws_instance" {'), 'ascribe.baseline.json': text }
    assert.equal(record(broken, true).text, text)
    assert.equal(record({ ...platform(), 'ascribe.baseline.json': text }, true).dropped.length, 1)
  })

  it('holds no budgets and no exemptions: those are no legacy', () => {
    const files = platform(machine('a', '  tags = { team = "x", model_id = "y" }\n'))
    const over = { ...files, 'ascribe.yml': `${CONFIG}budgets: { repository: 1 }\n` }
    assert.deepEqual(
      checked(withBaseline(over)).findings.map(({ ruleId }) => ruleId),
      ['budget'],
    )
  })
})

describe('a baseline that is not as it should be', () => {
  const problemsOf = (text: string) =>
    readBaseline(new SourceFile('ascribe.baseline.json', text)).problems.map(({ message, range }) => {
      const { path, line, column } = locate(range)
      return `${path}:${line}:${column}: ${message}`
    })

  it('says at which line', () => {
    const entry = '{"project":".","address":"aws_instance.a","rule":"missing-tag","key":"team"}'
    assert.deepEqual(problemsOf(`{\n"version": 1,\n"findings": [\n${entry},\n7,\n{"project":1}\n]}`), [
      'ascribe.baseline.json:5:1: expected a finding: { "project": "…", "address": "…", "rule": "…", "key": "…" }',
      'ascribe.baseline.json:6:1: expected "project" to be a text',
    ])
    assert.deepEqual(problemsOf('[]'), [
      'ascribe.baseline.json:1:1: expected an object with "version" and "findings"',
    ])
    assert.deepEqual(problemsOf('{"version": 1, "findings": {}}'), [
      'ascribe.baseline.json:1:28: expected "findings" to be a list',
    ])
    assert.equal(problemsOf('{"version": 1, "findings": [').length, 1)
    assert.equal(problemsOf('').length, 1)
  })

  it('of another version is one clear error', () => {
    for (const [text, at] of [
      ['{ "version": 2, "findings": [{}] }', '1:14: version 2'],
      ['{ "findings": [] }', '1:1: version none'],
      ['{ "version": "1" }', '1:14: version "1"'],
    ])
      assert.throws(
        () => checked({ ...platform(), 'ascribe.baseline.json': text! }),
        (error: Error) =>
          error instanceof ConfigurationError &&
          error.message ===
            `ascribe.baseline.json:${at} of ascribe.baseline.json is not known. this Ascribe reads "version": 1`,
      )
  })

  it('of names that every object has is a list of names', () => {
    const names = ['__proto__', 'constructor', 'toString']
    const entries = names.map((name) => ({ project: name, address: name, rule: name, key: name }))
    const source = new SourceFile('ascribe.baseline.json', baselineText(entries))
    assert.deepEqual(
      readBaseline(source)
        .entries.map(({ rule }) => rule)
        .toSorted(),
      names.toSorted(),
    )
    const own = '{"version": 1, "__proto__": {"findings": []}, "findings": [{"__proto__": {"project": "."}}]}'
    assert.equal(problemsOf(own).length, 1)
  })

  it('of a million entries is read in time, and its mistakes are counted', () => {
    const many = `{"version":1,"findings":[${'{},'.repeat(1_000_000)}{}]}`
    const started = performance.now()
    const problems = problemsOf(many)
    assert.equal(problems.length, 21)
    assert.match(problems.at(-1)!, /999981 more entries are wrong like these/)
    const entries = Array.from({ length: 100_000 }, (_, at) => ({
      project: 'infra',
      address: `aws_instance.legacy[${at}]`,
      rule: 'missing-tag',
      key: 'team',
    }))
    const { findings } = checked({
      ...platform(machine('a')),
      'ascribe.baseline.json': baselineText(entries),
    })
    assert.equal(findings.length, 2)
    assert.ok(performance.now() - started < 20_000)
  })

  it('that cannot be read at all is one clear error', () => {
    const tree = memoryTree({ ...platform(), 'ascribe.baseline.json': '' })
    const unreadable = {
      ...tree,
      read: (path: string) => (path.endsWith('.json') ? undefined : tree.read(path)),
    }
    assert.throws(
      () => check(unreadable, '', book),
      /ascribe.baseline.json cannot be read. expected a text file of at most 16 MiB/,
    )
  })
})
