import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { chmodSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { ascribe } from '../support/run-cli.ts'
import { temporaryRepository } from '../support/temporary-folder.ts'

const FILES = {
  'ascribe.yml':
    'version: 1\nschema:\n  preset: none\n  keys:\n    team: { required: true }\n    model_id: { required: true }\n  dimensions: { team: team, model: model_id }\n',
  'infra/main.tf':
    'resource "aws_instance" "train" {\n  instance_type = "p4d.24xlarge"\n  tags = {\n    model_id = "fraud_xgb_v7" # kept\n  }\n}\n',
}
const AFTER = FILES['infra/main.tf'].replace('# kept\n', '# kept\n    team     = "fraud-ml"\n')

describe('ascribe fix', () => {
  it('shows a diff that git applies, and writes nothing', () => {
    const folder = temporaryRepository(FILES)
    const { code, out, err } = ascribe(folder, 'fix', '--set', 'team=fraud-ml')
    assert.equal(code, 1)
    assert.equal(readFileSync(join(folder, 'infra/main.tf'), 'utf8'), FILES['infra/main.tf'])
    assert.match(err, /^infra\/main\.tf: aws_instance\.train: team = "fraud-ml" \(--set\), for 1 resource$/m)
    assert.match(err, /^1 file would change: 1 fix for 1 resource\.\nNothing is written: --write does it\.$/m)
    const { status, stderr } = spawnSync('git', ['apply', '-'], { cwd: folder, input: out, encoding: 'utf8' })
    assert.deepEqual([status, stderr], [0, ''])
    assert.equal(readFileSync(join(folder, 'infra/main.tf'), 'utf8'), AFTER)
  })

  it('--write changes the file in one step and keeps its mode; then nothing is left', () => {
    const folder = temporaryRepository(FILES)
    const file = join(folder, 'infra/main.tf')
    chmodSync(file, 0o640)
    const { code, out } = ascribe(folder, 'fix', '--set', 'team=fraud-ml', '--write')
    assert.equal(code, 0)
    assert.match(out, /^1 file changed: 1 fix for 1 resource\.$/m)
    assert.equal(readFileSync(file, 'utf8'), AFTER)
    assert.equal(statSync(file).mode & 0o777, 0o640)
    assert.deepEqual(readdirSync(join(folder, 'infra')), ['main.tf'])
    const again = ascribe(folder, 'fix', '--set', 'team=fraud-ml')
    assert.deepEqual([again.code, again.out], [0, ''])
    assert.equal(ascribe(folder, 'check').code, 0)
  })

  it('what cannot be fixed is listed with the reason, and is code 1', () => {
    const folder = temporaryRepository(FILES)
    const { code, out, err } = ascribe(folder, 'fix', 'infra', '--write')
    assert.equal(code, 1)
    assert.equal(err, '')
    assert.match(
      out,
      /Not fixed:\ninfra\/main\.tf:1: aws_instance\.train has no "team" tag \[missing-tag\]\n {2}no other resource in infra has it\. give it with --set team=VALUE\n/,
    )
  })

  it('as JSON', () => {
    const folder = temporaryRepository(FILES)
    const { out } = ascribe(folder, 'fix', '--set', 'team=fraud-ml', '--format', 'json')
    const { version, written, files, fixes, notFixed } = JSON.parse(out)
    assert.deepEqual([version, written, notFixed], [1, false, []])
    assert.equal(files[0].file, 'infra/main.tf')
    assert.match(files[0].diff, /^--- a\/infra\/main\.tf\n/)
    assert.deepEqual(fixes[0].tags, [{ key: 'team', value: 'fraud-ml', sources: ['--set'] }])
    assert.deepEqual(fixes[0].reaches, [{ project: 'infra', address: 'aws_instance.train' }])
  })

  it('a value without a key, or one that the schema does not have, is wrong usage', () => {
    const folder = temporaryRepository(FILES)
    const said = (...args: string[]) => {
      const { code, err } = ascribe(folder, 'fix', ...args)
      assert.equal(code, 2)
      return err
    }
    assert.match(said('--set', 'fraud-ml'), /--set expects KEY=VALUE, found "fraud-ml"/)
    assert.match(said('--set', 'taem=x'), /the schema has no key "taem"\. did you mean "team"\?/)
    assert.match(said('--set', 'team=a', '--set', 'team=b'), /--set gives "team" twice/)
  })
})
