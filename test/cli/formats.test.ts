import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { renderers } from '../../core/index.ts'
import { ascribe } from '../support/run-cli.ts'
import { temporaryFolder, temporaryRepository } from '../support/temporary-folder.ts'

const UNTAGGED = {
  'infra/train.tf': 'resource "aws_instance" "train" {\n  instance_type = "g5.2xlarge"\n}\n',
}

/** The rows of the README's table of formats, by format: which commands have it. */
function documentedFormats(): ReadonlyMap<string, readonly string[]> {
  const readme = readFileSync(path.join(import.meta.dirname, '../../README.md'), 'utf8')
  const [, heading = '', rows = ''] = /^\| format \|(.*)\n\| --- .*\n((?:\|.*\n)+)/m.exec(readme) ?? []
  const commands = [...heading.matchAll(/`(\w+)`/g)].map(([, name]) => name!)
  return new Map(
    rows
      .trimEnd()
      .split('\n')
      .map((row) => {
        const [, format, , ...marks] = row.split('|').map((cell) => cell.trim())
        return [format!.replaceAll('`', ''), commands.filter((_, at) => marks[at] === '✓')]
      }),
  )
}

describe('--format', () => {
  it('has the choices that the README lists', () => {
    const documented = documentedFormats()
    // docs/cli.md has those of the other commands.
    for (const command of ['review', 'check', 'inspect', 'report'] as const)
      assert.deepEqual(
        [...documented]
          .filter(([, commands]) => commands.includes(command))
          .map(([format]) => format)
          .sort(),
        Object.keys(renderers[command]).sort(),
        command,
      )
  })

  it('sarif explains its rules, and its paths are from the root whatever the folder', () => {
    const repository = temporaryRepository(UNTAGGED)
    const { code, out, err } = ascribe(path.join(repository, 'infra'), 'check', '--format', 'sarif')
    assert.deepEqual([code, err], [1, ''])
    const [{ tool, results }] = JSON.parse(out).runs
    assert.match(tool.driver.rules[0].help.markdown, /^A resource that costs money/)
    assert.match(tool.driver.semanticVersion, /^\d+\.\d+\.\d+$/)
    assert.equal(results[0].locations[0].physicalLocation.artifactLocation.uri, 'infra/train.tf')
  })
})

describe('--output', () => {
  it('writes to a file what the terminal would have shown, over what was there', () => {
    const folder = temporaryFolder({
      ...UNTAGGED,
      'tags.xml': 'what was there before, and is longer than a line'.repeat(99),
    })
    const { code, out, err } = ascribe(folder, 'check', '--format', 'junit', '--output', 'tags.xml')
    assert.deepEqual([code, out, err], [1, '', ''])
    const written = readFileSync(path.join(folder, 'tags.xml'), 'utf8')
    assert.equal(written, ascribe(folder, 'check', '--format', 'junit').out)
    assert.match(written, /<failure message="aws_instance\.train has no /)
  })

  it('is of every command, and a place that cannot be written is one line', () => {
    const folder = temporaryFolder(UNTAGGED)
    assert.equal(ascribe(folder, 'inspect', '--format', 'csv', '--output', 'costs.csv').code, 0)
    assert.ok(existsSync(path.join(folder, 'costs.csv')))
    const sides = ['--base', folder, '--head', folder]
    assert.equal(ascribe(folder, 'review', ...sides, '--format', 'html', '--output', 'report.html').code, 0)
    assert.match(readFileSync(path.join(folder, 'report.html'), 'utf8'), /^<!doctype html>/)
    const { code, err } = ascribe(folder, 'inspect', '--output', 'no/such/folder.txt')
    assert.equal(code, 2)
    assert.match(err, /^ascribe: "no\/such\/folder\.txt" cannot be written: ENOENT.*\n$/)
  })
})
