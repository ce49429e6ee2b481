import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { ascribe } from '../support/run-cli.ts'
import { temporaryFolder, writeFiles } from '../support/temporary-folder.ts'

const HEADER = 'ChargePeriodStart,ServiceName,ChargeCategory,BillingCurrency,BilledCost,EffectiveCost,Tags'
const line = (day: string, cost: string, model: string) =>
  `${day}T00:00:00Z,Amazon EC2,Usage,USD,${cost},${cost},"{""team"":""fraud-ml"",""model_id"":""${model}"",""lifecycle_phase"":""inference"",""environment"":""production""}"`

const folder = () =>
  temporaryFolder({
    'bill.csv': `${[HEADER, line('2026-09-01', '10', 'fraud_xgb_v7'), line('2026-10-01', '20', 'fraud_xgb_v7'), line('2026-10-31', '20', 'fraud_xgb_v7')].join('\n')}\n`,
    'predictions.csv':
      'model,period,predictions\nfraud_xgb_v7,2026-09,1000000\nfraud_xgb_v7,2026-10,2000000\n',
    'ascribe.yml':
      'version: 1\nteams: { fraud-ml: { budget: 30 } }\nmodels: { fraud_xgb_v7: { team: fraud-ml, monthly-value: 60 } }\n',
  })
const run = (where: string, ...args: readonly string[]) =>
  ascribe(where, 'report', 'bill.csv', '--period', '2026-10', ...args)

describe('ascribe report, by model', () => {
  it('--card is a page on one model, with the months before and their own predictions', () => {
    const where = folder()
    const { code, out, err } = run(where, '--card', 'fraud_xgb_v7', '--volumes', 'predictions.csv')
    assert.equal(code, 0, err)
    assert.match(out, /^\| 2026-09 \| &#36;10 \| {2}\| 1,000,000 \| &#36;0\.01 \|/m)
    assert.match(out, /^\| 2026-10 \| &#36;40 \| \+&#36;30 \(\+300\.0%\) \| 2,000,000 \| &#36;0\.02 \|/m)
    assert.equal(run(where, '--card', 'fraud_xgb_v7', '--format', 'html', '--output', 'card.html').code, 0)
    assert.match(readFileSync(path.join(where, 'card.html'), 'utf8'), /<h1>fraud_xgb_v7 /)
  })

  it('--card says which model may be meant, and which formats it has', () => {
    assert.match(run(folder(), '--card', 'fraud_xgb_v8').err, /did you mean "fraud_xgb_v7"/)
    assert.match(run(folder(), '--card', 'fraud_xgb_v7', '--format', 'csv').err, /expected markdown or html/)
    assert.match(run(folder(), '--format', 'html').err, /--format html is for --card/)
    assert.equal(ascribe(folder(), 'report', 'bill.csv', '--card', 'fraud_xgb_v7').code, 2)
  })

  it('names what is to be optimised, and who is over budget', () => {
    const { out } = run(folder(), '--format', 'markdown')
    assert.match(
      out,
      /^- `fraud_xgb_v7` of fraud-ml, \*\*LOW_ROI\*\*: costs &#36;40, is worth &#36;60; &#36;20 less/m,
    )
    assert.match(out, /^- `fraud-ml`: &#36;40 of &#36;30, &#36;10 over\./m)
  })

  it('--suggest adds what the code could have for less', () => {
    const where = temporaryFolder({
      'bill.csv': `${HEADER}\n${line('2026-10-01', '60', 'fraud_xgb_v7')}\n`,
      'ascribe.yml':
        'version: 1\nteams: { fraud-ml: { budget: 30 } }\nmodels: { fraud_xgb_v7: { team: fraud-ml } }\n',
      'main.tf': `provider "aws" { region = "us-east-1" }
resource "aws_ebs_volume" "data" {
  availability_zone = "us-east-1a"
  size              = 500
  type              = "gp2"
  tags = { team = "fraud-ml", model_id = "fraud_xgb_v7" }
}
`,
    })
    const { out, err } = run(where, '--format', 'markdown', '--suggest')
    assert.match(
      out,
      /Ascribe suggests for `aws_ebs_volume\.data`: gp3 in place of gp2.* \(about &#36;10 a month\)/,
      err,
    )
    assert.doesNotMatch(run(where, '--format', 'markdown').out, /aws_ebs_volume/)
  })

  it('volumes that are wrong or not there are one line that says which', () => {
    const where = folder()
    writeFiles(where, { 'wrong.csv': 'model,period,predictions\nfraud_xgb_v7,2026-10,many\n' })
    const wrong = run(where, '--volumes', 'wrong.csv')
    assert.equal(wrong.code, 2)
    assert.match(wrong.err, /^ascribe: wrong\.csv:2: "many" is no number of predictions\. expected .*\n$/)
    const missing = run(where, '--volumes', 'none.csv')
    assert.equal(missing.code, 2)
    assert.match(missing.err, /^ascribe: --volumes "none\.csv" cannot be read \(ENOENT\)\. expected .*\n$/)
  })
})
