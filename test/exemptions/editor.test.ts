import assert from 'node:assert/strict'
import { check } from '../../core/check.ts'
import { diagnosticsOf } from '../../core/editor/diagnostics.ts'
import { offsetAt } from '../../core/editor/places.ts'
import { quickFixesAt } from '../../core/quick-fixes/quick-fixes.ts'
import { memoryTree } from '../../core/source/source-tree.ts'
import { createWorkspace } from '../../core/workspace.ts'
import { frozenBook } from '../support/frozen-book.ts'
import type { Files } from '../support/review-files.ts'

const OPTIONS = { scope: 'costly', severity: 'configured' } as const
const TODAY = '2026-11-21'
const CONFIG = `version: 1
schema: { preset: none, keys: { team: { required: true }, model_id: { required: true } } }
`
const PROVIDER = 'provider "aws" { region = "us-east-1" }\n'
const MACHINE = 'resource "aws_instance" "train" {\n  instance_type = "m5.xlarge"\n}\n'

function opened(files: Files) {
  const tree = memoryTree({ 'ascribe.yml': CONFIG, ...files })
  const workspace = createWorkspace({ tree, below: '', prices: frozenBook(), today: TODAY })
  while (workspace.step());
  return workspace
}

function told(files: Files, path: string) {
  return diagnosticsOf(opened(files).at(path), OPTIONS).map(
    ({ severity, code, message }) => `${severity} ${code}: ${message}`,
  )
}

/** The file with the fix that exempts, as an editor without snippets and as a user with a reason leaves it. */
function exempted(files: Files, path: string) {
  const fixes = quickFixesAt(opened(files), path, { from: 0, to: 100 }, OPTIONS)
  const fix = fixes.find(({ title }) => title.startsWith('Exempt '))
  assert.ok(fix, 'no fix exempts')
  assert.equal(fix.isPreferred, false)
  const [edit, ...others] = fix.edits
  assert.deepEqual(others, [])
  const at = edit!.path
  const text = files[at]!
  const offset = offsetAt(text, edit!.range.start)
  const put = (what: string) => ({ ...files, [at]: text.slice(0, offset) + what + text.slice(offset) })
  return {
    title: fix.title,
    plain: put(edit!.newText),
    said: put(edit!.snippet!.replace(/\$\{1:reason\}/, 'retired in Q1')),
  }
}

function rulesLeft(files: Files): readonly string[] {
  const tree = memoryTree({ 'ascribe.yml': CONFIG, ...files })
  return [...new Set(check(tree, '', frozenBook(), [], TODAY).findings.map(({ ruleId }) => ruleId))]
}

describe('an editor and exemptions', () => {
  const job = `apiVersion: batch/v1
kind: Job
metadata:
  name: train
spec:
  template:
    spec:
      containers:
        - name: train
          resources: { requests: { cpu: "2", memory: 4Gi } }
`
  for (const [what, files, path, line] of [
    ['a block', { 'main.tf': PROVIDER + MACHINE }, 'main.tf', '# ascribe:ignore missing-tag\nresource'],
    [
      'a block of a file with other line breaks',
      { 'main.tf': (PROVIDER + MACHINE).replaceAll('\n', '\r\n') },
      'main.tf',
      '# ascribe:ignore missing-tag\r\nresource',
    ],
    [
      'an object of Kubernetes',
      { 'k8s/job.yaml': job },
      'k8s/job.yaml',
      '# ascribe:ignore missing-tag\nkind',
    ],
  ] as const)
    it(`offers to exempt ${what}, with a place for the reason`, () => {
      const { title, plain, said } = exempted(files, path)
      assert.match(title, /^Exempt .* from missing-tag, with a reason$/)
      assert.ok((plain as Files)[path]!.includes(line), (plain as Files)[path])
      assert.deepEqual(rulesLeft(said), [])
      assert.ok(rulesLeft(plain).includes('exemption-without-reason'))
    })

  it('shows what is exempt, or known, as a hint that says why', () => {
    const comment = '# ascribe:ignore missing-tag until=2027-03-31 retired\n'
    assert.deepEqual(told({ 'main.tf': PROVIDER + comment + MACHINE }, 'main.tf'), [
      '4 missing-tag: aws_instance.train has no "team", "model_id" tags (exempt: retired (until 2027-03-31))',
    ])
    const findings = ['team', 'model_id'].map((key) => ({
      project: '.',
      address: 'aws_instance.train',
      rule: 'missing-tag',
      key,
    }))
    const baseline = { 'ascribe.baseline.json': JSON.stringify({ version: 1, findings }) }
    assert.deepEqual(told({ 'main.tf': PROVIDER + MACHINE, ...baseline }, 'main.tf'), [
      '4 missing-tag: aws_instance.train has no "team", "model_id" tags (known in the baseline)',
    ])
  })

  it('says from when on it is enforced', () => {
    const config = `${CONFIG}enforcement: { mode: warn, enforce-from: 2026-12-03 }\n`
    assert.deepEqual(told({ 'main.tf': PROVIDER + MACHINE, 'ascribe.yml': config }, 'main.tf'), [
      '2 missing-tag: aws_instance.train has no "team", "model_id" tags (enforced from 2026-12-03: 12 days left)',
    ])
  })

  it('underlines exemptions that do not hold, with their rule', () => {
    const comment = '# ascribe:ignore tag-not-billed retired\n'
    const [unused] = told({ 'main.tf': PROVIDER + comment + MACHINE }, 'main.tf')
    assert.equal(
      unused,
      '2 unused-exemption: nothing here is found by tag-not-billed. take the exemption away',
    )
    const config = `${CONFIG}exemptions:\n  - { rule: missing-tag, match: { type: x }, until: 2027-03-31 }\n`
    assert.deepEqual(told({ 'main.tf': PROVIDER + MACHINE, 'ascribe.yml': config }, 'ascribe.yml'), [
      '1 exemption-without-reason: this exemption from missing-tag gives no reason, so it exempts nothing. expected e.g. reason: "retired in Q1"',
    ])
  })

  it('takes note of a baseline that comes, and shows what is wrong with one', () => {
    const files: Record<string, string> = { 'ascribe.yml': CONFIG, 'main.tf': PROVIDER + MACHINE }
    const workspace = createWorkspace({
      tree: { read: (path) => files[path], list: (folder) => memoryTree(files).list(folder) },
      below: '',
      prices: frozenBook(),
    })
    const severities = () => {
      while (workspace.step());
      return diagnosticsOf(workspace.at('main.tf'), OPTIONS).map(({ severity }) => severity)
    }
    assert.deepEqual(severities(), [1])
    const entry = { project: '.', address: 'aws_instance.train', rule: 'missing-tag' }
    files['ascribe.baseline.json'] = JSON.stringify({
      version: 1,
      findings: [{ ...entry, key: 'team' }, { ...entry, key: 'model_id' }, 7],
    })
    workspace.invalidate(['ascribe.baseline.json'])
    assert.deepEqual(severities(), [4])
    assert.equal(diagnosticsOf(workspace.at('ascribe.baseline.json'), OPTIONS).length, 1)
    assert.ok(workspace.files().includes('ascribe.baseline.json'))
  })
})
