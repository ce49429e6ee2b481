import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { ascribe } from '../support/run-cli.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const HEADER =
  'ChargePeriodStart,ServiceName,ResourceId,ResourceName,ChargeCategory,BillingCurrency,BilledCost,EffectiveCost,ConsumedQuantity,ConsumedUnit,Tags'
/** Half a month's hours of a machine, and a lake nobody's code speaks of. */
const BILL = [
  HEADER,
  ...['2026-10-01', '2026-10-31'].flatMap((day) => [
    `${day},Amazon Elastic Compute Cloud,i-0aa,train,Usage,USD,97.836,97.836,186,Hours,"{""model_id"":""llama_7b""}"`,
    `${day},Amazon Simple Storage Service,lake,,Usage,USD,10,10,100,GB-Months,{}`,
  ]),
].join('\n')
const FILES = {
  'infra/main.tf': `
provider "aws" { region = "us-east-1" }
resource "aws_instance" "train" {
  ami           = "ami-1"
  instance_type = "g4dn.xlarge"
  tags          = { Name = "train", model_id = "llama_7b" }
}
`,
  'bill.csv': `${BILL}\n`,
}
const run = (folder: string, ...args: readonly string[]) =>
  ascribe(folder, 'reconcile', 'bill.csv', 'infra', '--engine', 'stream', '--period', '2026-10', ...args)

describe('ascribe reconcile', () => {
  it('shows how far the estimates are from the bill, and writes nothing unasked', () => {
    const folder = temporaryFolder(FILES)
    const { code, out } = run(folder)
    assert.equal(code, 0)
    assert.match(out, /^1 resource joined with the bill of 2026-10: error 100\.0% median/)
    assert.match(out, /Billed, and joined with no estimate\nlake +\$20/)
    assert.equal(existsSync(path.join(folder, 'infra/ascribe-usage.yml')), false)
  })

  it('refuses a month that the bill has nothing of, and says which days it has', () => {
    const folder = temporaryFolder(FILES)
    const { code, err } = ascribe(
      folder,
      ...['reconcile', 'bill.csv', 'infra', '--engine', 'stream', '--period', '2026-11', '--write'],
    )
    assert.equal(code, 2)
    assert.match(
      err,
      /bill\.csv: there are no charges from 2026-11-01 until 2026-12-01\. its charges are of 2026-10-01 to 2026-10-31/,
    )
    assert.equal(existsSync(path.join(folder, 'infra/ascribe-usage.yml')), false)
    const report = ascribe(folder, 'report', 'bill.csv', '--period', '2026-02')
    assert.match(report.err, /its charges are of 2026-10-01 to 2026-10-31/)
  })

  it('writes what was measured, and the next estimate counts with it', () => {
    const folder = temporaryFolder(FILES)
    const { code, err } = run(folder, '--write')
    assert.deepEqual([code, err], [0, 'infra/ascribe-usage.yml is written.\n'])
    const written = readFileSync(path.join(folder, 'infra/ascribe-usage.yml'), 'utf8')
    assert.match(written, /"aws_instance\.train":\n {6}"monthly_hours": 365\n/)
    assert.match(written, /baselines:\n {4}"llama_7b": 191\.99\n/)
    const { out } = ascribe(path.join(folder, 'infra'), 'inspect')
    assert.match(out, /365 hours a month \(ascribe-usage\.yml:\d+\)/)
    assert.match(out, /assumed: calibrated with the bill of October 2026/)
    const again = JSON.parse(run(folder, '--format', 'json').out)
    assert.ok(again.before.medianError < 0.001)
  })

  it('says what is wrong with a state, a period and a bill', () => {
    const folder = temporaryFolder({ ...FILES, 'state.json': '{"resource": {}}' })
    assert.match(
      run(folder, '--state', 'state.json').err,
      /^ascribe: state\.json is no state or plan\. expected/,
    )
    assert.equal(ascribe(folder, 'reconcile', 'bill.csv').code, 2)
    assert.match(ascribe(folder, 'reconcile', 'infra').err, /no bill is named/)
  })
})

describe('ascribe report --print-sql', () => {
  it('prints the view and the queries for where the bill lies', () => {
    const folder = temporaryFolder(FILES)
    const { code, out } = ascribe(
      folder,
      ...['report', 'bill.csv', '--engine', 'stream', '--period', '2026-10'],
      ...['--print-sql', 'athena', '--table', 'billing.focus'],
    )
    assert.equal(code, 0)
    assert.match(out, /^-- Amazon Athena: .*\nCREATE VIEW "charges" AS\nSELECT\n/)
    assert.match(out, /FROM "billing"\."focus";/)
    assert.match(out, /"day" >= '2026-10-01' AND "day" < '2026-11-01'/)
  })

  it('a remote engine needs to be told where it is', () => {
    const { code, err } = ascribe('.', 'report', 'billing.focus', '--engine', 'trino', '--period', '2026-10')
    assert.deepEqual([code, err.split('.')[0]], [2, 'ascribe: TRINO_URL is not set'])
  })
})
