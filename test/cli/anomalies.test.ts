import assert from 'node:assert/strict'
import path from 'node:path'
import { billRows, FOCUS_COLUMNS } from '../../scripts/bills/believable-bill.ts'
import { ascribe } from '../support/run-cli.ts'
import { commitAll, temporaryFolder, temporaryRepository, writeFiles } from '../support/temporary-folder.ts'

const EXAMPLE = path.join(import.meta.dirname, '../../examples/ml-platform/head')
const cell = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
const rows = [
  ...billRows({
    from: '2026-09-01',
    until: '2026-11-01',
    copies: 1,
    seed: 1,
    isHourly: false,
    isClean: true,
  }),
]
const BILL = [FOCUS_COLUMNS, ...rows.map((row) => FOCUS_COLUMNS.map((name) => row[name]))]
  .map((cells) => `${cells.map(cell).join(',')}\n`)
  .join('')

/** The ranking service, as its team wrote it, and as it was changed. */
const service = (count: number) => `provider "aws" { region = "us-east-1" }
resource "aws_instance" "ranking" {
  ami           = "ami-0c0ffee"
  instance_type = "m5.large"
  count         = ${count}
  tags          = { team = "search-ml", model_id = "product_rec_v3", lifecycle_phase = "inference" }
}
`

describe('ascribe anomalies', () => {
  const folder = temporaryFolder({ 'bill.csv': BILL })

  for (const engine of ['stream', 'duckdb'])
    it(`names models, what made the difference, and resources (${engine})`, () => {
      const { code, out } = ascribe(folder, 'anomalies', 'bill.csv', '--config', EXAMPLE, '--engine', engine)
      assert.equal(code, 0)
      assert.match(out, /^2026-10-31: 2 anomalies\n/)
      assert.match(
        out,
        /\ncritical \(no model\) of \(no team\)\n.* {4}\+\$136 fraud-gpu-training \(i-0f00000000000003c\)\n/s,
      )
      assert.match(out, /\nwarning product_rec_v3 of search-ml\n.* {4}\+\$40 inference · Amazon SageMaker\n/s)
      assert.match(out, /endpoint\/product-ranking/)
    })

  it('finds what was planted in two months, and nothing else', () => {
    const { out } = ascribe(
      folder,
      'anomalies',
      'bill.csv',
      '--config',
      EXAMPLE,
      '--since',
      '2026-09-22',
      '--format',
      'json',
    )
    const { anomalies, asOf } = JSON.parse(out)
    assert.equal(asOf, '2026-10-31')
    assert.deepEqual(
      anomalies.map(({ subject, since, day }: { subject: { model: string }; since: string; day: string }) => [
        subject.model,
        since,
        day,
      ]),
      [
        [null, '2026-10-05', '2026-10-31'],
        ['fraud_xgb_v7', '2026-09-23', '2026-09-23'],
        ['product_rec_v3', '2026-10-28', '2026-10-31'],
      ],
    )
  })

  it('fails where it is asked to, while one goes on', () => {
    const code = (...more: readonly string[]) =>
      ascribe(folder, 'anomalies', 'bill.csv', '--config', EXAMPLE, '--fail-on', ...more).code
    assert.equal(code('warning'), 1)
    assert.equal(code('critical', '--least', '200'), 0)
  })

  it('refuses days and amounts that are none', () => {
    const err = (...more: readonly string[]) => ascribe(folder, 'anomalies', 'bill.csv', ...more).err
    assert.match(err('--since', 'October'), /--since "October" is no day. expected e.g. 2026-10-31/)
    assert.match(err('--least=-1'), /--least "-1" is no amount. expected e.g. 25/)
    assert.match(
      err('--as-of', '2027-01-01'),
      /no charges on 2027-01-01. expected a day from 2026-09-01 to 2026-10-31/,
    )
    assert.match(err('--webhook-url-env', 'NO_SUCH'), /environment variable NO_SUCH is not set/)
  })
})

describe('ascribe explain', () => {
  it('walks from a team to the resource, and to the commit that changed it', () => {
    const folder = temporaryRepository({
      'infra/main.tf': service(1),
      'bill.csv': BILL,
      'ascribe.yml': 'version: 1\n',
    })
    writeFiles(folder, { 'infra/main.tf': service(4) })
    process.env.GIT_COMMITTER_DATE = '2026-10-27T09:00:00Z'
    try {
      commitAll(folder, 'More instances for ranking')
    } finally {
      delete process.env.GIT_COMMITTER_DATE
    }
    const { code, out } = ascribe(folder, 'explain', '--team', 'search-ml', 'bill.csv', '--git')
    assert.equal(code, 0)
    assert.match(out, /^team search-ml: \$\d+, \+\$\d+ \(\+[\d.]+%\) against \$\d+\n/)
    assert.match(out, /\n4\. Which resource of Amazon SageMaker\?\n {3}product-ranking /)
    assert.match(
      out,
      /\n5\. What was merged meanwhile\?\n {3}2026-10-27 [0-9a-f]{10} More instances for ranking\n/,
    )
    assert.match(out, / {5}aws_instance\.ranking\S* \+\$\d+\/month\n/)
  })

  it('says who there is, where the bill has nobody of that name', () => {
    const folder = temporaryFolder({ 'bill.csv': BILL })
    const { code, err } = ascribe(folder, 'explain', '--team', 'nobody', 'bill.csv')
    assert.equal(code, 2)
    assert.match(err, /the team "nobody". expected one of fraud-ml, ml-platform, search-ml/)
    assert.match(ascribe(folder, 'explain', 'bill.csv').err, /expected --team TEAM or --model MODEL/)
  })
})
