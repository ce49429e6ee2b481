import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ascribe, CLI } from '../support/run-cli.ts'
import { git, temporaryFolder, temporaryRepository, writeFiles } from '../support/temporary-folder.ts'

const FRAUD = {
  'infra/main.tf': `provider "aws" {
  region = "us-east-1"
}

resource "aws_instance" "fraud" {
  instance_type = "g5.xlarge"
  tags = {
    Team     = "fraud-ml"
    model_id = "fraud_xgb_v7"
  }
}
`,
}
const WORKFLOW = '.github/workflows/ascribe.yml'
const read = (folder: string, name: string) => readFileSync(join(folder, name), 'utf8')

describe('ascribe init', () => {
  it('--yes writes both files, which check then reads without a word', () => {
    const folder = temporaryRepository(FRAUD)
    const { code, out, err } = ascribe(folder, 'init', '--yes')
    assert.deepEqual([code, err], [0, ''])
    assert.match(out, /^ascribe\.yml is written\.\n\.github\/workflows\/ascribe\.yml is written\.\n/)
    assert.match(read(folder, 'ascribe.yml'), /aliases:\n {4}Team: team # in use: 1\n/)
    assert.match(read(folder, 'ascribe.yml'), /# People who commit: example\.com \(1\)\.\n/)
    assert.match(read(folder, WORKFLOW), /^name: cost review$/m)
    const check = ascribe(folder, 'check', '--format', 'json')
    const { problems, configured } = JSON.parse(check.out) as { problems: unknown[]; configured: boolean }
    assert.deepEqual([problems, configured], [[], true])
  })

  it('overwrites nothing: where one of the files is there, neither is written', () => {
    const configured = temporaryFolder({ ...FRAUD, 'ascribe.yaml': 'version: 1\n' })
    const first = ascribe(configured, 'init', '--yes')
    assert.equal(first.code, 2)
    assert.equal(
      first.err,
      'ascribe: ascribe.yaml is already there; nothing is written. --dry-run shows what init would write\n',
    )
    assert.ok(!existsSync(join(configured, WORKFLOW)))
    const withWorkflow = temporaryFolder({ ...FRAUD, [WORKFLOW]: 'name: mine\n' })
    assert.equal(ascribe(withWorkflow, 'init', '--yes').code, 2)
    assert.ok(!existsSync(join(withWorkflow, 'ascribe.yml')))
    assert.equal(read(withWorkflow, WORKFLOW), 'name: mine\n')
    assert.equal(ascribe(withWorkflow, 'init', '--yes', '--no-workflow').code, 0)
    assert.ok(existsSync(join(withWorkflow, 'ascribe.yml')))
  })

  it('--dry-run prints and writes nothing, also as JSON', () => {
    const folder = temporaryFolder(FRAUD)
    const { code, out } = ascribe(folder, 'init', '--dry-run', '--preset', 'ml-prefixed')
    assert.equal(code, 0)
    assert.match(
      out,
      /^--- ascribe\.yml\n[\s\S]*preset: ml-prefixed\n[\s\S]*\n--- \.github\/workflows\/ascribe\.yml\n/,
    )
    const json = JSON.parse(ascribe(folder, 'init', '--dry-run', '--format', 'json').out) as {
      written: boolean
      files: { path: string }[]
    }
    assert.deepEqual([json.written, json.files.map(({ path }) => path)], [false, ['ascribe.yml', WORKFLOW]])
    assert.ok(!existsSync(join(folder, 'ascribe.yml')))
  })

  it('of a folder writes ascribe.yml there, and the workflow of that folder at the root', () => {
    const folder = temporaryRepository({ ...FRAUD, 'web/main.tf': '' })
    assert.equal(ascribe(folder, 'init', '--yes', 'infra').code, 0)
    assert.ok(existsSync(join(folder, 'infra/ascribe.yml')))
    assert.match(read(folder, WORKFLOW), /\n {10}path: infra\n$/)
  })

  it('asks only where there is a terminal', () => {
    const { code, err } = ascribe(temporaryFolder(FRAUD), 'init')
    assert.equal(code, 2)
    assert.match(err, /there is no terminal to ask on\. give --yes to write, or --dry-run to see/)
  })

  it('broken off at a question writes nothing, and is no failure of its own', function () {
    if (!existsSync('/usr/bin/script')) this.skip()
    const folder = temporaryFolder(FRAUD)
    // "script" makes a terminal; the key comes when the question is there.
    const asked = 'for i in $(seq 200); do grep -q "Tag schema" said && break; sleep 0.1; done'
    const line = `touch said; ( ${asked}; printf '\\003'; sleep 1 ) | script -qec "'${process.execPath}' '${CLI}' init --no-fetch" /dev/null > said`
    const { status } = spawnSync('bash', ['-c', `${line}; exit "\${PIPESTATUS[1]}"`], {
      cwd: folder,
      encoding: 'utf8',
    })
    const stdout = read(folder, 'said')
    assert.match(stdout, /broken off; nothing is written/)
    assert.doesNotMatch(stdout, /mistake in Ascribe/)
    assert.equal(status, 2)
    assert.ok(!existsSync(join(folder, 'ascribe.yml')))
  })

  it('starts no program that the repository configures', () => {
    const folder = temporaryRepository(FRAUD)
    git(folder, 'config', 'log.showSignature', 'true')
    git(folder, 'config', 'gpg.program', join(folder, 'evil.sh'))
    writeFiles(folder, { 'evil.sh': `#!/bin/sh\ntouch "${join(folder, 'was-here')}"\n` })
    assert.equal(ascribe(folder, 'init', '--dry-run').code, 0)
    assert.ok(!existsSync(join(folder, 'was-here')))
  })
})
