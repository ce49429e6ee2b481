import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { ascribe } from '../support/run-cli.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const HEADER =
  'ChargePeriodStart,ServiceName,ChargeCategory,BillingCurrency,BilledCost,EffectiveCost,ResourceId,Tags'
const line = (day: string, cost: string, team: string, model: string) =>
  `${day}T00:00:00Z,Amazon EC2,Usage,USD,${cost},${cost},i-${model},"${JSON.stringify({ team, model_id: model, lifecycle_phase: 'training' }).replaceAll('"', '""')}"`
const BILL = [
  HEADER,
  line('2026-08-03', '7', 'fraud-ml', 'fraud_xgb_v7'),
  line('2026-09-03', '10', 'fraud-ml', 'fraud_xgb_v7'),
  line('2026-10-01', '25', 'fraud-ml', 'fraud_xgb_v7'),
  line('2026-10-02', '5', '../../etc/passwd', 'rank_v2'),
  line('2026-10-02', '3', 'ETC PASSWD', 'rank_v2'),
  '',
].join('\n')

const folder = () =>
  temporaryFolder({ 'bill.csv': BILL, 'ascribe.yml': 'version: 1\nteams: { research: {} }\n' })
const run = (where: string, ...args: readonly string[]) =>
  ascribe(where, 'dashboard', 'bill.csv', '--engine', 'stream', ...args)

describe('ascribe dashboard', () => {
  it('writes a page of all and one for each team, whatever a team is called', () => {
    const where = folder()
    const { code, out, err } = run(where, '--period', '2026-10', '--out', 'site/october')
    assert.equal(code, 0, err)
    const names = [
      'index.html',
      'team-fraud-ml.html',
      'team-etc-passwd.html',
      'team-etc-passwd-2.html',
      'team-research.html',
    ]
    assert.deepEqual(
      out.trim().split('\n'),
      names.map((name) => path.join('site/october', name)),
    )
    assert.deepEqual(readdirSync(path.join(where, 'site/october')).sort(), [...names].sort())
    const index = readFileSync(path.join(where, 'site/october/index.html'), 'utf8')
    for (const name of names.slice(1)) assert.ok(index.includes(`<a href="${name}">`), name)
    assert.match(index, /<data id="total" value="33">/)
  })

  it('shows the months before, as far as the bill reaches back', () => {
    const where = folder()
    run(where, '--period', '2026-10', '--out', 'site')
    const page = readFileSync(path.join(where, 'site/team-fraud-ml.html'), 'utf8')
    for (const row of [
      'August 2026, from 2026-08-03',
      'September 2026, from 2026-09-03',
      'October 2026, so far',
    ])
      assert.match(page, new RegExp(`<th scope="row">${row}</th>`))
  })

  it('twice gives the same', () => {
    const where = folder()
    for (const out of ['one', 'two']) run(where, '--period', '2026-10', '--out', out)
    for (const name of readdirSync(path.join(where, 'one')))
      assert.equal(
        readFileSync(path.join(where, 'two', name), 'utf8'),
        readFileSync(path.join(where, 'one', name), 'utf8'),
      )
  })

  it('says what is missing, and writes nothing', () => {
    const where = folder()
    const { code, err } = run(where, '--period', '2026-10')
    assert.equal(code, 2)
    assert.match(err, /expected --out FOLDER/)
    const blocked = run(where, '--period', '2026-10', '--out', 'bill.csv/site')
    assert.equal(blocked.code, 2)
    assert.match(blocked.err, /"bill.csv\/site" cannot be written/)
  })
})
