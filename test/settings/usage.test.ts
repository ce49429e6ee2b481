import assert from 'node:assert/strict'
import { inspectTree, memoryTree, reviewChange, usageDraft, usageFilePath } from '../../core/index.ts'
import { locate } from '../../core/source/source-file.ts'
import { frozenBook } from '../support/frozen-book.ts'

const MAIN = `provider "aws" {
  region = "us-east-1"
}

resource "aws_lambda_function" "score" {
  for_each      = { eu = "eu", us = "us" }
  function_name = "score-\${each.key}"
  role          = "arn:aws:iam::123456789012:role/score"
}

resource "aws_s3_bucket" "features" {
  bucket = "features"
}

resource "aws_nat_gateway" "main" {
  subnet_id = "subnet-a"
}

resource "aws_iam_role" "score" {
  assume_role_policy = "{}"
}
`
const USAGE = `version: 0.1
resource_usage:
  aws_lambda_function.score[*]:
    monthly_requests: 1000000
  aws_s3_bucket.features:
    standard:
      storage_gb: 500
`
const book = frozenBook()
const inspected = (files: Readonly<Record<string, string>>, below = '') =>
  inspectTree(memoryTree({ 'main.tf': MAIN, ...files }), below, book)
const cost = (files: Readonly<Record<string, string>>, address: string) =>
  (inspected(files).resources.find(({ resource }) => resource.address === address)?.cost ?? 0) / 1e6

describe('usage', () => {
  it('in a file gives what is charged by use a figure, and names its line', () => {
    const { resources, problems } = inspected({ 'ascribe-usage.yml': USAGE })
    assert.deepEqual(problems, [])
    const score = resources.find(({ resource }) => resource.address === 'aws_lambda_function.score["eu"]')
    assert.equal(score?.estimate.kind, 'priced')
    assert.ok(
      score?.estimate.kind === 'priced' &&
        score.estimate.assumptions.includes('`monthly_requests` is 1000000 (ascribe-usage.yml:4)'),
    )
    assert.equal(cost({ 'ascribe-usage.yml': USAGE }, 'aws_s3_bucket.features'), 11.5)
  })

  it('in a rule of ascribe.yml holds where the file is silent, and before its defaults by type', () => {
    const config = `version: 1
usage:
  - { match: { type: aws_nat_gateway }, hours-per-month: 100 }
  - { match: { type: aws_nat_gateway }, quantities: { monthly_data_processed_gb: 200 } }
`
    const byType = 'resource_type_default_usage: { aws_nat_gateway: { monthly_data_processed_gb: 1000 } }'
    const address = 'aws_nat_gateway.main'
    assert.equal(cost({}, address), 32.85)
    assert.equal(cost({ 'ascribe.yml': config, 'ascribe-usage.yml': byType }, address), 4.5 + 9)
    assert.equal(cost({ 'ascribe-usage.yml': byType }, address), 32.85 + 45)
    const byAddress = 'resource_usage: { aws_nat_gateway.main: { monthly_data_processed_gb: 0 } }'
    assert.equal(cost({ 'ascribe.yml': config, 'ascribe-usage.yml': byAddress }, address), 4.5)
  })

  it('that nothing is charged by is a warning, with the key that was meant', () => {
    const file = `resource_usage:
  aws_lambda_function.score[*]:
    monthly_request: 5
  aws_s3_bucket.feature:
    standard: { storage_gb: 1 }
resource_type_default_usage:
  aws_sqs_queue: { monthly_requests: 5 }
`
    const { problems } = inspected({ 'ascribe-usage.yml': file })
    assert.deepEqual(
      problems.map(({ message, range }) => `${locate(range).line}: ${message}`),
      [
        '3: aws_lambda_function.score[*] is not charged by "monthly_request". did you mean "monthly_requests"?',
        '5: there is no resource "aws_s3_bucket.feature"',
      ],
    )
  })

  it('is laid out for a tree with every key, commented out; the draft itself changes nothing', () => {
    const before = inspected({})
    const draft = usageDraft(before)!
    assert.equal(
      draft.split('\n').slice(2).join('\n'),
      `
version: 0.1
resource_usage:
  'aws_lambda_function.score[*]':
    # monthly_requests: 0  # requests
    # request_duration_ms: 0  # milliseconds, on average
  aws_nat_gateway.main:
    # monthly_data_processed_gb: 0  # GB
  aws_s3_bucket.features:
    # standard:
    #   storage_gb: 0  # GB
    #   monthly_tier_1_requests: 0  # requests
    #   monthly_tier_2_requests: 0  # requests
    # intelligent_tiering:
    #   frequent_access_storage_gb: 0  # GB
    #   infrequent_access_storage_gb: 0  # GB
    # standard_infrequent_access:
    #   storage_gb: 0  # GB
    # one_zone_infrequent_access:
    #   storage_gb: 0  # GB
    # glacier_instant_retrieval:
    #   storage_gb: 0  # GB
    # glacier_flexible_retrieval:
    #   storage_gb: 0  # GB
    # glacier_deep_archive:
    #   storage_gb: 0  # GB
`,
    )
    const after = inspected({ 'ascribe-usage.yml': draft })
    assert.deepEqual(after.problems, [])
    assert.deepEqual(
      after.resources.map(({ cost }) => cost),
      before.resources.map(({ cost }) => cost),
    )
    assert.equal(usageDraft(inspected({ 'main.tf': '' })), undefined)
  })

  it('filled in reads back as it was written', () => {
    const draft = usageDraft(inspected({}))!
    const filled = draft.replaceAll(/^ {4}# /gm, '    ').replaceAll(': 0 ', ': 10 ')
    const { problems, resources } = inspected({ 'ascribe-usage.yml': filled })
    assert.deepEqual(problems, [])
    assert.ok(resources.every(({ estimate }) => estimate.kind === 'priced' || estimate.kind === 'free'))
  })

  it('lies beside ascribe.yml, wherever that is', () => {
    const files = { 'infra/ascribe.yml': 'version: 1\n', 'infra/prod/main.tf': MAIN }
    assert.equal(usageFilePath(memoryTree(files), 'infra/prod'), 'infra/ascribe-usage.yml')
    assert.equal(usageFilePath(memoryTree({ 'prod/main.tf': MAIN }), 'prod'), 'prod/ascribe-usage.yml')
  })

  it('of the base side holds for both sides of a review', () => {
    const base = memoryTree({ 'main.tf': MAIN, 'ascribe.yml': 'version: 1\n', 'ascribe-usage.yml': USAGE })
    const head = memoryTree({
      'main.tf': MAIN,
      'ascribe.yml': 'version: 1\n',
      'ascribe-usage.yml': USAGE.replace('500', '5'),
    })
    const sides = [
      { label: 'main', tree: base },
      { label: 'change', tree: head },
    ] as const
    const review = reviewChange(...sides, { below: '', prices: book, failOn: undefined })
    assert.equal(review.total.delta, 0)
    assert.ok(review.total.before > 0)
  })
})
