import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { ascribe } from '../support/run-cli.ts'
import { commitAll, git, temporaryRepository, writeFiles } from '../support/temporary-folder.ts'

const PROVIDER = 'provider "aws" {\n  region = "us-east-1"\n}\n'
const machine = (name: string, type = 'm5.xlarge') =>
  `resource "aws_instance" "${name}" {\n  instance_type = "${type}"\n}\n`
const LEGACY = PROVIDER + machine('legacy')
const PLATFORM = {
  'ascribe.yml': 'version: 1\nschema: { preset: none, keys: { team: { required: true } } }\n',
  'infra/main.tf': LEGACY,
}

describe('ascribe baseline', () => {
  it('takes a repository from legacy to enforced: record, add an untagged GPU node, fix it', () => {
    const folder = temporaryRepository(PLATFORM)
    assert.equal(ascribe(folder, 'check').code, 1)

    const first = ascribe(folder, 'baseline')
    assert.equal(first.code, 0, first.err)
    assert.match(first.out, /^ascribe\.baseline\.json is written: 1 finding, \$140\/month/)
    commitAll(folder, 'What is there')
    const clean = ascribe(folder, 'check')
    assert.equal(clean.code, 0, clean.out)
    assert.match(clean.out, /1 known finding in the baseline, \$140\/month/)
    assert.equal(ascribe(folder, 'check', '--no-baseline').code, 1)

    git(folder, 'checkout', '--quiet', '-b', 'gpu')
    writeFiles(folder, { 'infra/main.tf': LEGACY + machine('gpu', 'p4d.24xlarge') })
    const failed = ascribe(folder, 'review', '--format', 'json')
    assert.equal(failed.code, 1, failed.out)
    const { findings, total } = JSON.parse(failed.out)
    assert.deepEqual(
      findings.new.map(({ address }: { address: string }) => address),
      ['aws_instance.gpu'],
    )
    assert.ok(total.delta > 10_000)

    // Neither a new baseline nor a comment in the same change makes it pass.
    assert.equal(ascribe(folder, 'baseline').code, 0)
    assert.equal(ascribe(folder, 'review').code, 1)
    git(folder, 'checkout', '--quiet', '--', 'ascribe.baseline.json')

    const tagged = machine('gpu', 'p4d.24xlarge').replace('}\n', '  tags = { team = "fraud-ml" }\n}\n')
    writeFiles(folder, { 'infra/main.tf': LEGACY + tagged })
    const passed = ascribe(folder, 'review')
    assert.equal(passed.code, 0, passed.out)
  })

  it('says whether it is up to date, and drops what was fixed', () => {
    const folder = temporaryRepository(PLATFORM)
    const missing = ascribe(folder, 'baseline', '--check')
    assert.deepEqual(
      [missing.code, missing.out],
      [1, 'ascribe.baseline.json is not up to date: 1 new finding\n'],
    )
    ascribe(folder, 'baseline')
    assert.equal(ascribe(folder, 'baseline', '--check').code, 0)
    // From a folder below as well: it is about all that the ascribe.yml is about.
    const below = ascribe(path.join(folder, 'infra'), 'baseline', '--check')
    assert.equal(below.code, 0, below.out)
    writeFiles(folder, { 'infra/main.tf': PROVIDER + machine('other') })
    const pruned = ascribe(folder, 'baseline', '--prune')
    assert.match(pruned.out, /is written: 0 findings, \$0\/month \(1 fixed\)/)
    const text = readFileSync(path.join(folder, 'ascribe.baseline.json'), 'utf8')
    assert.deepEqual(JSON.parse(text), { version: 1, findings: [] })
    assert.equal(ascribe(folder, 'baseline', '--prune', '--check').code, 2)
  })

  it('marks what is accepted in SARIF and JUnit', () => {
    const comment = '# ascribe:ignore missing-tag until=2027-03-31 retired in Q1\n'
    const text = `${LEGACY}${comment}${machine('old')}`
    const folder = temporaryRepository({ ...PLATFORM, 'infra/main.tf': LEGACY })
    ascribe(folder, 'baseline')
    writeFiles(folder, { 'infra/main.tf': text })
    const { runs } = JSON.parse(ascribe(folder, 'check', '--format', 'sarif').out)
    const suppressions = runs[0].results.map(
      ({ suppressions: [one] }: { suppressions: { kind: string }[] }) => one,
    )
    assert.deepEqual(
      suppressions.map(({ kind, justification }: { kind: string; justification: string }) => [
        kind,
        justification,
      ]),
      [
        ['external', 'in the baseline: it was there before'],
        ['inSource', 'retired in Q1 (until 2027-03-31)'],
      ],
    )
    const junit = ascribe(folder, 'check', '--format', 'junit').out
    assert.match(junit, /tests="2" failures="0" errors="0" skipped="2"/)
    assert.match(junit, /<skipped message="1 exempt: retired in Q1 \(until 2027-03-31\)"\/>/)
  })

  it('of another version is one line and wrong usage', () => {
    const folder = temporaryRepository({ ...PLATFORM, 'ascribe.baseline.json': '{ "version": 2 }\n' })
    for (const command of ['check', 'review', 'baseline']) {
      const { code, err } = ascribe(folder, command)
      assert.equal(code, 2)
      assert.match(err, /ascribe\.baseline\.json:1:14: version 2 of ascribe\.baseline\.json is not known/)
      assert.equal(err.trim().split('\n').length, 1, err)
    }
  })
})
