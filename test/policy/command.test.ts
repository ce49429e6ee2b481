import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { POLICY_TARGETS } from '../../core/policy/targets/index.ts'
import { ascribe } from '../support/run-cli.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const SCHEMA = `version: 1
schema:
  preset: none
  keys:
    team: { required: true, values: [fraud-ml] }
    ticket: { pattern: "^T-[0-9]+$" }
`

describe('ascribe policy', () => {
  const folder = temporaryFolder({ 'ascribe.yml': SCHEMA })
  const file = (name: string) => join(folder, name)

  it('lists the targets', () => {
    const { out, code } = ascribe(folder, 'policy', 'targets')
    assert.equal(code, 0)
    for (const { id } of POLICY_TARGETS) assert.match(out, new RegExp(`^${id} `, 'm'))
  })

  it('writes all of them, looking on, with a table of what stays with Ascribe', () => {
    const { out, err, code } = ascribe(folder, 'policy', 'export', '--target', 'all', '--out', 'policies')
    assert.equal(err, '')
    assert.equal(code, 0)
    assert.deepEqual(
      readdirSync(file('policies')).sort(),
      [...POLICY_TARGETS.map(({ id }) => id), 'ascribe-policy.json'].sort(),
    )
    assert.match(out, /^aws-scp +the value matches a pattern +ticket +IAM compares with \* and \? at most$/m)
    const policy = readFileSync(file('policies/kubernetes-vap/validating-admission-policy.yaml'), 'utf8')
    assert.match(policy, /^ {2}- Warn\n {2}- Audit$/m)
    assert.ok(existsSync(file('policies/aws-scp/scp-1.draft.json')))
  })

  it('says that nothing has moved on, and what has once it did', () => {
    const same = ascribe(folder, 'policy', 'diff', '--out', 'policies')
    assert.deepEqual([same.code, same.out], [0, 'policies is as ascribe.yml says.\n'])
    writeFileSync(file('ascribe.yml'), SCHEMA.replace('[fraud-ml]', '[fraud-ml, search-ml]'))
    const { code, out } = ascribe(folder, 'policy', 'diff', '--out', 'policies')
    assert.equal(code, 1)
    assert.match(
      out,
      /^~ aws-tag-policy\/tag-policy\.json\n {4}line \d+:\n {4}- .*"fraud-ml"\]\n {4}\+ .*"search-ml"\]$/m,
    )
    writeFileSync(file('ascribe.yml'), SCHEMA)
  })

  it('replaces what it wrote before, and nothing else', () => {
    writeFileSync(file('policies/aws-scp/own.json'), '{}')
    const enforced = [
      'policy',
      'export',
      '--target',
      'aws-scp',
      '--target',
      'kyverno',
      '--out',
      'policies',
      '--enforce',
      '--exempt-role',
      'arn:aws:iam::*:role/BreakGlass',
    ]
    assert.equal(ascribe(folder, ...enforced).code, 0)
    assert.deepEqual(readdirSync(file('policies/aws-scp')).sort(), ['README.md', 'own.json', 'scp-1.json'])
    assert.ok(!existsSync(file('policies/checkov/README.md')))
    const scp = readFileSync(file('policies/aws-scp/scp-1.json'), 'utf8')
    assert.match(scp, /"ArnNotLike":\{"aws:PrincipalArn":\["arn:aws:iam::\*:role\/BreakGlass"\]\}/)
    assert.match(readFileSync(file('policies/kyverno/validating-policy.yaml'), 'utf8'), /^ {2}- Deny$/m)
    assert.equal(ascribe(folder, 'policy', 'diff', '--out', 'policies').code, 0)
  })

  it('prints what has no folder to go to', () => {
    const { out } = ascribe(folder, 'policy', 'export', '--target', 'tflint')
    assert.match(out, /^==> tflint\/\.tflint\.hcl <==$/m)
  })

  it('imports, and exits 1 where something is left behind', () => {
    writeFileSync(file('tags.yml'), 'required_tags: [team]\nmode: strict\n')
    const { code, out, err } = ascribe(folder, 'policy', 'import', 'tags.yml')
    assert.equal(code, 1)
    assert.equal(out, 'version: 1\nschema:\n  preset: none\n  keys:\n    team:\n      required: true\n')
    assert.equal(
      err,
      'tags.yml:2:1: warning: "mode" is no list of tags that is known; it is not taken over\n',
    )
  })

  it('says what it was asked wrongly', () => {
    const told = (...args: string[]) => {
      const { code, err } = ascribe(folder, 'policy', ...args)
      assert.equal(code, 2)
      return err.split('\n')[0]
    }
    assert.match(told('export')!, /--target is missing\. expected all, or one of aws-scp/)
    assert.match(told('export', '--target', 'aws')!, /--target "aws" is unknown/)
    assert.match(told('diff')!, /--out DIR names the folder of an export/)
    assert.match(told('diff', '--out', 'nowhere')!, /nowhere\/ascribe-policy\.json is not there/)
    assert.match(
      told('export', '--target', 'aws-scp', '--exempt-role', 'Admin')!,
      /"Admin" is no ARN of a role/,
    )
    assert.match(told('import', 'nothing.json')!, /"nothing.json" is not a file/)
    assert.match(told('apply')!, /found "apply"/)
    writeFileSync(file('escape.json'), '')
    writeFileSync(
      file('policies/ascribe-policy.json'),
      '{"version":1,"targets":[],"exemptRoles":[],"files":["../escape.json"]}',
    )
    assert.match(told('export', '--target', 'tflint', '--out', 'policies')!, /was changed by hand/)
    assert.ok(existsSync(file('escape.json')))
    writeFileSync(
      file('ascribe.yml'),
      `${SCHEMA}checks: { severity: { missing-tag: warning, invalid-tag-value: off } }\n`,
    )
    assert.match(told('export', '--target', 'kyverno')!, /there is nothing to enforce/)
    writeFileSync(file('ascribe.yml'), 'version: 1\nschema: { keys: { team: { patern: x } } }\n')
    assert.match(
      ascribe(folder, 'policy', 'export', '--target', 'tflint', '--quiet').err,
      /nothing is exported while ascribe\.yml has errors:\n {2}ascribe\.yml:2:.*patern/,
    )
  })
})
