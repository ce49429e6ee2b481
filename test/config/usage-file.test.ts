import assert from 'node:assert/strict'
import fc from 'fast-check'
import { readUsageFile, statedInFile } from '../../core/config/usage-file.ts'
import { locate, SourceFile } from '../../core/source/source-file.ts'

const read = (text: string) => readUsageFile(new SourceFile('ascribe-usage.yml', text))
const said = (text: string, address: string, key: string) =>
  statedInFile(read(text).usage, { address, type: 'aws_lambda_function' }, key)?.quantity.value

const FRAUD = `version: 0.1
resource_type_default_usage:
  aws_lambda_function:
    monthly_requests: 1000
    request_duration_ms: 250
resource_usage:
  aws_lambda_function.score[*]:
    monthly_requests: 2000
  aws_lambda_function.score["eu"]:
    monthly_requests: 3000
  module.fraud[*].aws_lambda_function.train[*]:
    monthly_requests: 4000
  aws_s3_bucket.features:
    standard:
      storage_gb: 500
  aws_s3_bucket.models:
    # standard:
`

describe('a usage file', () => {
  it('says most where it is most particular: address, then [*], then type', () => {
    assert.equal(said(FRAUD, 'aws_lambda_function.score["eu"]', 'monthly_requests'), 3000)
    assert.equal(said(FRAUD, 'aws_lambda_function.score["us"]', 'monthly_requests'), 2000)
    assert.equal(said(FRAUD, 'module.fraud["a"].aws_lambda_function.train[0]', 'monthly_requests'), 4000)
    assert.equal(said(FRAUD, 'aws_lambda_function.other', 'monthly_requests'), 1000)
    assert.equal(said(FRAUD, 'aws_lambda_function.score["eu"]', 'request_duration_ms'), 250)
    assert.equal(said(FRAUD, 'aws_lambda_function.other', 'storage_gb'), undefined)
  })

  it('has nested keys, and resources of which it says nothing yet', () => {
    assert.equal(said(FRAUD, 'aws_s3_bucket.features', 'standard.storage_gb'), 500)
    assert.equal(said(FRAUD, 'aws_s3_bucket.models', 'standard.storage_gb'), undefined)
    assert.deepEqual(read(FRAUD).problems, [])
    assert.deepEqual(read('').problems, [])
  })

  it('names the line of what it cannot use, and uses the rest', () => {
    const text = `resource_usage:
  aws_instance.gpu:
    operating_system: windows
    monthly_cpu_credit_hrs: -1
    monthly_requests: 7
resources: {}
`
    const { problems } = read(text)
    assert.deepEqual(
      problems.map(({ message, range }) => `${locate(range).line}: ${message}`),
      [
        '6: unknown key "resources". expected "resource_usage" or "resource_type_default_usage"',
        '3: operating_system of aws_instance.gpu is not used: expected a number from 0 to 1000000000000',
        '4: monthly_cpu_credit_hrs of aws_instance.gpu is not used: expected a number from 0 to 1000000000000',
      ],
    )
    assert.equal(said(text, 'aws_instance.gpu', 'monthly_requests'), 7)
  })

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), (text) => read(text).problems.length >= 0))
    const yaml = fc.json({ maxDepth: 4 }).map((json) => `resource_usage: ${json}`)
    fc.assert(fc.property(yaml, (text) => read(text).usage.byAddress.size >= 0))
  })
})
