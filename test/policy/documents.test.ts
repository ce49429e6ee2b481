import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { policyLimits } from '../../core/policy/export.ts'
import { POLICY_TARGETS } from '../../core/policy/targets/index.ts'
import { policyPages } from '../../scripts/policy/policy-pages.ts'
import { matchesGolden } from '../support/golden.ts'
import { documentsOf, policyOf } from './support/exported.ts'
import { SCHEMAS } from './support/schemas.ts'

const root = join(import.meta.dirname, '../..')
const goldens = join(import.meta.dirname, 'goldens')

describe('policy targets', () => {
  it('are the files of core/policy/targets, each with its page and goldens', () => {
    const ids = POLICY_TARGETS.map(({ id }) => id)
    const files = readdirSync(join(root, 'core/policy/targets')).filter((name) => name !== 'index.ts')
    assert.deepEqual(ids.toSorted(), files.map((name) => name.replace(/\.ts$/, '')).toSorted())
    const twins = ids.flatMap((id) => [
      `docs/policies/${id}.md`,
      ...SCHEMAS.map(({ name }) => `test/policy/goldens/${name}/${id}.txt`),
    ])
    assert.deepEqual(
      twins.filter((twin) => !existsSync(join(root, twin))),
      [],
      'these are missing',
    )
  })

  it('have pages that say what they and the engines say', () => {
    for (const [path, text] of policyPages((name) => readFileSync(join(root, name), 'utf8')))
      assert.equal(
        readFileSync(join(root, path), 'utf8'),
        text,
        `${path}: run npx tsx scripts/policy/docs.ts`,
      )
  })

  it('lose of a key what it asks for, and nothing else', () => {
    const { policy, options } = policyOf(
      `version: 1
schema:
  preset: none
  keys:
    "te'am": { required: true }
    owner: { values: [${Array.from({ length: 90 }, (_, index) => `somebody-${index}`).join(', ')}] }
`,
    )
    const lost = (id: string, key: string) =>
      policyLimits(POLICY_TARGETS.find((target) => target.id === id)!, policy, options)
        .filter((limit) => limit.key === key)
        .map(({ feature }) => feature)
        .toSorted()
    // No key of an IAM condition has an apostrophe, and no condition of Google's holds so many values.
    assert.deepEqual(lost('aws-scp', "te'am"), ['blank', 'empty', 'key-case', 'missing'])
    assert.deepEqual(lost('gcp-org-policy', 'owner'), ['value-case', 'values'])
  })

  it('terraform reads the documents of the others, unchanged', () => {
    const terraform = POLICY_TARGETS.find(({ id }) => id === 'terraform')!
    const { policy, options } = policyOf(SCHEMAS[2]!.yml)
    const files = new Map(terraform.files(policy, options).map(({ path, text }) => [path, text]))
    const others = [...files.keys()].filter((path) => path.includes('/')).map((path) => path.split('/')[0]!)
    assert.ok(new Set(others).size === 5)
    for (const id of new Set(others)) {
      const target = POLICY_TARGETS.find((known) => known.id === id)!
      for (const { path, text } of target.files(policy, options))
        assert.equal(files.get(`${id}/${path}`), text)
    }
  })

  for (const target of POLICY_TARGETS)
    for (const { name, yml } of SCHEMAS)
      it(`${target.id}: documents of ${name}`, () => {
        const files = documentsOf(yml, target)
        // The documents that Terraform reads are those of other targets, which have goldens.
        const shown = files.filter(({ path }) => target.id !== 'terraform' || !path.includes('/'))
        const text = shown.map(({ path, text }) => `==> ${path} <==\n${text}`).join('\n')
        matchesGolden(text, join(goldens, name, `${target.id}.txt`))
        assert.deepEqual(documentsOf(yml, target), files)
      })
})
