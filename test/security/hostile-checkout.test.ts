import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { existsSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { diskTree } from '../../cli/trees/disk-tree.ts'
import { headTree } from '../../lsp/head-tree.ts'
import { ascribe } from '../support/run-cli.ts'
import {
  commitAll,
  git,
  temporaryFolder,
  temporaryRepository,
  writeFiles,
} from '../support/temporary-folder.ts'
import { everyOutput } from './support/every-output.ts'

/** A repository that runs something at every occasion that git knows, as far as a `.git` that comes with it can. */
function trappedRepository() {
  const mark = path.join(temporaryFolder({}), 'ran')
  const trap = temporaryFolder({ 'trap.sh': `#!/bin/sh\necho "$0 $@" >> ${mark}\nexit 1\n` })
  const program = path.join(trap, 'trap.sh')
  execFileSync('chmod', ['+x', program])
  const repository = temporaryRepository({
    'provider.tf': 'provider "aws" {\n  region = "us-east-1"\n}\n',
    'main.tf': 'resource "aws_instance" "train" {\n  instance_type = "m5.large"\n}\n',
    '.gitattributes': '*.tf filter=evil diff=evil\n*.yaml filter=evil diff=evil\n',
    'k8s/app.yaml': 'apiVersion: v1\nkind: Pod\n',
  })
  writeFiles(repository, {
    'main.tf': 'resource "aws_instance" "train" {\n  instance_type = "m5.xlarge"\n}\n',
    '.gitmodules': `[submodule "s"]\n\tpath = s\n\turl = ext::${program}\n`,
  })
  const hooks = [
    'post-checkout',
    'post-index-change',
    'reference-transaction',
    'fsmonitor-watchman',
    'pre-commit',
  ]
  for (const hook of hooks) {
    writeFileSync(path.join(repository, '.git/hooks', hook), `#!/bin/sh\n${program} ${hook}\n`)
    execFileSync('chmod', ['+x', path.join(repository, '.git/hooks', hook)])
  }
  const settings: Readonly<Record<string, string>> = {
    'core.fsmonitor': program,
    'core.pager': program,
    'core.editor': program,
    'core.askPass': program,
    'core.alternateRefsCommand': program,
    'credential.helper': program,
    'diff.external': program,
    'diff.evil.textconv': program,
    'diff.evil.command': program,
    'filter.evil.smudge': program,
    'gpg.program': program,
    'log.showSignature': 'true',
    'protocol.ext.allow': 'always',
    'alias.rev-parse': `!${program}`,
    'alias.ls-tree': `!${program}`,
    'submodule.s.url': `ext::${program}`,
    'submodule.s.active': 'true',
  }
  for (const [key, value] of Object.entries(settings)) git(repository, 'config', key, value)
  rmSync(mark, { force: true })
  return { repository, mark }
}

describe('a checkout whose own configuration is hostile', () => {
  it('is a trap for git itself', () => {
    const { repository, mark } = trappedRepository()
    git(repository, 'status')
    assert.ok(existsSync(mark))
  })

  it('runs nothing: no file system monitor, hook, filter, text conversion, pager or alias', () => {
    const { repository, mark } = trappedRepository()
    const runs = everyOutput(repository, 'HEAD')
    for (const [line, { code, err }] of runs) assert.ok(code === 0 || code === 1, `${line}: ${code} ${err}`)
    assert.match(runs.get('review --format json --base HEAD')!.out, /m5\.xlarge/)
    assert.equal(existsSync(mark), false)
  }).timeout(120_000)

  it('runs nothing in the editor, where HEAD is compared with the disk', () => {
    const { repository, mark } = trappedRepository()
    const commit = git(repository, '-c', 'core.fsmonitor=false', 'rev-parse', 'HEAD')
    rmSync(mark, { force: true })
    assert.match(headTree(repository, commit, diskTree(repository)).read('main.tf') ?? '', /m5\.large/)
    assert.equal(existsSync(mark), false)
  })

  it('cannot make git fetch by a program, where objects are missing', () => {
    const { repository, mark } = trappedRepository()
    const blob = git(repository, '-c', 'core.fsmonitor=false', 'rev-parse', 'HEAD:main.tf')
    rmSync(path.join(repository, '.git/objects', blob.slice(0, 2), blob.slice(2)))
    for (const [key, value] of [
      ['extensions.partialClone', 'origin'],
      ['remote.origin.promisor', 'true'],
      ['remote.origin.url', `ext::sh -c touch% ${mark}`],
    ])
      git(repository, '-c', 'core.fsmonitor=false', 'config', key!, value!)
    rmSync(mark, { force: true })
    const { code, err } = ascribe(repository, 'review', '--base', 'HEAD')
    assert.equal(code, 2, err)
    assert.equal(existsSync(mark), false)
  }).timeout(120_000)
})

describe('submodules', () => {
  it('are not fetched, not entered and not run: their folder has no files', () => {
    const inner = temporaryRepository({ 'secret.tf': 'resource "aws_instance" "inner" {}\n' })
    const repository = temporaryRepository({
      'main.tf': 'module "inner" {\n  source = "./inner"\n}\n',
    })
    git(repository, '-c', 'protocol.file.allow=always', 'submodule', 'add', '--quiet', inner, 'inner')
    const commit = commitAll(repository, 'A submodule')
    for (const base of [commit, 'HEAD']) {
      const { code, err } = ascribe(repository, 'review', '--base', base)
      assert.equal(code, 0, err)
    }
  }).timeout(120_000)
})
