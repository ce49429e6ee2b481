import assert from 'node:assert/strict'
import path from 'node:path'
import { ascribe } from '../support/run-cli.ts'
import {
  commitAll,
  git,
  temporaryFolder,
  temporaryRepository,
  writeFiles,
} from '../support/temporary-folder.ts'

const OWNED = `tags = {
    team            = "fraud-ml"
    cost_center     = "eng-risk"
    project         = "fraud-detection"
    model_id        = "fraud_xgb_v7"
    environment     = "production"
    lifecycle_phase = "training"
    created_by      = "automation"
  }`
const PLATFORM = {
  'ascribe.yml': 'version: 1\n',
  'infra/main.tf': `provider "aws" {
  region = "us-east-1"
}

resource "aws_instance" "train" {
  instance_type = "g5.2xlarge"
  ${OWNED}
}
`,
}
const UNTAGGED = 'resource "aws_instance" "gpu_train" {\n  instance_type = "p4d.24xlarge"\n}\n'

describe('ascribe review', () => {
  it('compares the work tree with the merge base, and fails for the untagged box the branch adds', () => {
    const repository = temporaryRepository(PLATFORM)
    git(repository, 'checkout', '--quiet', '-b', 'bigger-training')
    writeFiles(repository, { 'infra/train.tf': UNTAGGED })
    const { code, out, err } = ascribe(repository, 'review', '--format', 'json')
    assert.equal(err, '')
    assert.equal(code, 1)
    const review = JSON.parse(out)
    assert.equal(review.version, 1)
    assert.deepEqual(
      review.resources.map(({ address, action }: { address: string; action: string }) => [address, action]),
      [['aws_instance.gpu_train', 'create']],
    )
    assert.equal(review.findings.new.length, 7)
  })

  it('never takes the tip of the default branch for the base', () => {
    const repository = temporaryRepository(PLATFORM)
    git(repository, 'checkout', '--quiet', '-b', 'docs-only')
    writeFiles(repository, { 'README.md': 'more' })
    commitAll(repository, 'Words')
    git(repository, 'checkout', '--quiet', 'main')
    writeFiles(repository, { 'infra/train.tf': UNTAGGED })
    commitAll(repository, 'Main moves on')
    git(repository, 'checkout', '--quiet', 'docs-only')
    const { code, out } = ascribe(repository, 'review', '--format', 'json')
    assert.equal(code, 0)
    assert.deepEqual(JSON.parse(out).resources, [])
  })

  it('reads both sides from git, also from a folder below and with nothing checked out', () => {
    const repository = temporaryRepository(PLATFORM)
    writeFiles(repository, { 'infra/train.tf': UNTAGGED })
    const head = commitAll(repository, 'A box')
    git(repository, 'checkout', '--quiet', 'HEAD~1')
    const { code, out } = ascribe(
      path.join(repository, 'infra'),
      'review',
      '--base',
      'main~1',
      '--head',
      head,
      '--format',
      'json',
    )
    assert.equal(code, 1)
    assert.equal(JSON.parse(out).resources.length, 1)
  })

  it('a change that loosens ascribe.yml does not pass by it', () => {
    const repository = temporaryRepository(PLATFORM)
    git(repository, 'checkout', '--quiet', '-b', 'sly')
    writeFiles(repository, {
      'ascribe.yml': 'version: 1\nschema: { preset: none }\nchecks: { fail-on: none }\n',
      'infra/train.tf': UNTAGGED,
    })
    const { code, out } = ascribe(repository, 'review', '--format', 'json')
    assert.equal(code, 1)
    assert.match(JSON.parse(out).notes.join('\n'), /base side's decides/)
  })

  it('without ascribe.yml on either side it only reports', () => {
    const { 'ascribe.yml': _, ...unconfigured } = PLATFORM
    const repository = temporaryRepository(unconfigured)
    writeFiles(repository, { 'infra/train.tf': UNTAGGED })
    assert.equal(ascribe(repository, 'review').code, 0)
    assert.equal(ascribe(repository, 'review', '--fail-on', 'new-errors').code, 1)
  })

  it('a side with itself is no change', () => {
    const folder = temporaryFolder(PLATFORM)
    const { code, out } = ascribe(folder, 'review', '--base', '.', '--head', '.', '--format', 'json')
    assert.equal(code, 0)
    const review = JSON.parse(out)
    assert.equal(review.total.delta, 0)
    assert.deepEqual(review.resources, [])
  })

  it('on a shallow clone without the base says how to get it', () => {
    const origin = temporaryRepository(PLATFORM)
    writeFiles(origin, { 'infra/gpu.tf': UNTAGGED })
    commitAll(origin, 'A box')
    const clone = temporaryFolder({})
    git(clone, 'clone', '--quiet', '--depth', '1', `file://${origin}`, '.')
    const { code, err } = ascribe(clone, 'review', '--base', 'HEAD~1')
    assert.equal(code, 2)
    assert.match(err, /"HEAD~1" is neither .* this clone is shallow: "git fetch --unshallow"/)
  })

  it('says in one line what is wrong with the command', () => {
    const repository = temporaryRepository(PLATFORM)
    const cases: readonly (readonly [readonly string[], RegExp])[] = [
      [['review', '--base', 'no-such-branch'], /"no-such-branch" is neither a folder nor a revision/],
      [['review', '--base', '--upload-pack=touch /tmp/x'], /ambiguous|neither/],
      [['review', '--base', 'infra'], /is a folder. expected --base and --head to be two folders/],
      [['review', '--format', 'pdf'], /--format "pdf" is unknown. expected one of terminal/],
      [['reviw'], /"reviw" is no command. did you mean review/],
      [['check', 'nowhere'], /"nowhere" is not a folder/],
      [['check', '--frobnicate'], /Unknown option '--frobnicate'/],
    ]
    for (const [args, message] of cases) {
      const { code, err, out } = ascribe(repository, ...args)
      assert.equal(code, 2, args.join(' '))
      assert.match(err, message)
      assert.equal(out, '')
      assert.doesNotMatch(err, /\n {4}at /)
    }
  })
})
