import assert from 'node:assert/strict'
import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { ascribe } from '../support/run-cli.ts'
import { commitAll, temporaryRepository, writeFiles } from '../support/temporary-folder.ts'

const box = (name: string, type: string) =>
  `provider "aws" {\n  region = "us-east-1"\n}\nresource "aws_instance" "${name}" {\n  instance_type = "${type}"\n}\n`

/** Two jobs of a matrix have each reviewed a folder of one change. */
function reportedRepository(): string {
  const folder = temporaryRepository({
    'serving/main.tf': box('serving', 'g5.xlarge'),
    'training/main.tf': box('training', 'g5.xlarge'),
  })
  writeFiles(folder, {
    'serving/main.tf': box('serving', 'g5.2xlarge'),
    'training/main.tf': box('training', 'p4d.24xlarge'),
  })
  commitAll(folder, 'Larger machines')
  for (const job of ['serving', 'training']) {
    const { err, code } = ascribe(
      folder,
      'review',
      '--base',
      'HEAD~1',
      '--head',
      'HEAD',
      '--format',
      'json',
      '--output',
      `${job}.json`,
      job,
    )
    assert.ok(code !== null && code < 2, err)
  }
  return folder
}

describe('ascribe comment', () => {
  let folder = ''
  before(() => {
    folder = reportedRepository()
  })
  const comment = (...args: readonly string[]) => ascribe(folder, 'comment', ...args)
  const delta = (text: string) => Number(/\*\*\+\$([\d,]+)\/month/.exec(text)![1]!.replace(',', ''))

  it('adds up the reports of several jobs', () => {
    const [serving, training, both] = [['serving'], ['training'], ['serving', 'training']].map((jobs) =>
      comment(...jobs.flatMap((job) => ['--from', `${job}.json`])),
    )
    assert.deepEqual([both!.code, both!.err], [0, ''])
    assert.ok(Math.abs(delta(both!.out) - delta(serving!.out) - delta(training!.out)) <= 1)
    assert.match(both!.out, /^<!-- ascribe v=1 id="default" -->\n### Ascribe: /)
    assert.match(both!.out, /aws_instance\.serving/)
    assert.match(both!.out, /aws_instance\.training/)
    assert.match(both!.out, /Added up from 2 reports/)
  })

  it('is worded for the place that it goes to, with its own name and a link', () => {
    const { out } = comment(
      '--from',
      'serving.json',
      '--format',
      'bitbucket',
      '--id',
      'serving',
      '--report-url',
      'https://ci.example/jobs/1',
    )
    assert.match(out, /^\[\/\/\]: # \(ascribe v=1 id="serving"\)\n\n### Ascribe \(serving\): /)
    assert.match(out, /\[full report\]\(https:\/\/ci\.example\/jobs\/1\)/)
    assert.ok(!out.includes('<details>'))
  })

  it('refuses what is no report, in one line', () => {
    const refused = (...args: readonly string[]) => {
      const { code, err, out } = comment(...args)
      assert.deepEqual([code, out], [2, ''])
      return err.split('\n')[0]!
    }
    writeFiles(folder, { 'old.json': '{"version":2}', 'text.json': 'no' })
    symlinkSync('/etc/hostname', join(folder, 'link.json'))
    assert.equal(refused(), 'ascribe: which report? give --from FILE')
    assert.match(refused('--from', 'absent.json'), /there is no report "absent\.json"/)
    assert.match(refused('--from', 'text.json'), /the report "text\.json" is not JSON/)
    assert.match(refused('--from', 'old.json'), /"old\.json" is not what Ascribe writes: version/)
    assert.match(refused('--from', 'link.json'), /there is no report "link\.json"/)
    assert.match(refused('--from', 'serving.json', '--from', 'serving.json'), /its money would count twice/)
    assert.match(refused('--from', 'serving.json', '--id', 'a b'), /--id "a b" is no name/)
    assert.match(refused('--from', 'serving.json', '--report-url', 'javascript:x'), /is no address/)
  })
})
