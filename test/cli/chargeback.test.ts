import assert from 'node:assert/strict'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { ascribe } from '../support/run-cli.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const HEADER =
  'ChargePeriodStart,ServiceName,ChargeCategory,BillingCurrency,BilledCost,EffectiveCost,ConsumedQuantity,ConsumedUnit,Tags'
const line = (day: string, cost: string, team: string, model: string, phase: string) =>
  `${day}T00:00:00Z,Amazon EC2,Usage,USD,${cost},${cost},1,Hours,"{""team"":""${team}"",""model_id"":""${model}"",""lifecycle_phase"":""${phase}""}"`
const bill = (...lines: readonly string[]) => `${[HEADER, ...lines].join('\n')}\n`

const OCTOBER = [
  line('2026-10-01', '10.004', 'fraud-ml', 'fraud_xgb_v7', 'training'),
  line('2026-10-02', '20.004', 'fraud-ml', 'fraud_xgb_v7', 'training'),
  line('2026-10-02', '5', 'search-ml', 'rank_v2', 'inference'),
]
const folderOf = (lines = OCTOBER) =>
  temporaryFolder({
    'bill.csv': bill(...lines),
    'ascribe.yml':
      'version: 1\nteams: { fraud-ml: {}, search-ml: {} }\nbill: { chargeback-from: 2026-12-01 }\n',
  })
const run = (folder: string, ...args: readonly string[]) =>
  ascribe(
    folder,
    'chargeback',
    'bill.csv',
    '--engine',
    'stream',
    '--period',
    '2026-10',
    '--format',
    'csv',
    ...args,
  )
const ledger = (folder: string) => readFileSync(path.join(folder, 'ledger/2026-10-USD.json'), 'utf8')

describe('ascribe chargeback', () => {
  it('prints records that add up to the bill, showback until the day that is agreed on', () => {
    const { code, out, err } = run(folderOf())
    assert.equal(code, 0, err)
    assert.match(
      out,
      /^2026-10\/fraud-ml\/fraud_xgb_v7\/training,2026-10,showback,,fraud-ml,training,fraud_xgb_v7,2,Hours,15\.005,30\.01,USD,2,/m,
    )
    assert.match(out, /^2026-10\/search-ml\/rank_v2\/inference,.*,5\.00,USD,1,/m)
  })

  it('keeps a ledger: the same bill changes nothing, a closed period is corrected', () => {
    const folder = folderOf()
    const first = run(folder, '--ledger', 'ledger')
    assert.match(first.err, /2026-10-USD.json is new in the ledger/)
    assert.match(first.err, /chargeback begins on 2026-12-01, 10 days after the first showback of 2026-11-21/)
    assert.match(run(folder, '--ledger', 'ledger', '--close').err, /is closed/)
    const closed = ledger(folder)

    writeFileSync(path.join(folder, 'bill.csv'), bill(...OCTOBER.toReversed()))
    const again = run(folder, '--ledger', 'ledger')
    assert.match(again.err, /is as it was/)
    assert.equal(ledger(folder), closed)

    writeFileSync(
      path.join(folder, 'bill.csv'),
      bill(...OCTOBER, line('2026-10-31', '1', 'search-ml', 'rank_v2', 'inference')),
    )
    const late = run(folder, '--ledger', 'ledger')
    assert.match(late.err, /what differs was added as corrections/)
    assert.match(late.out, /^2026-10\/search-ml\/rank_v2\/inference,.*,5\.00,USD,/m)
    assert.match(
      late.out,
      /^2026-10\/search-ml\/rank_v2\/inference\/1,.*,1\.00,USD,0,2026-10\/search-ml\/rank_v2\/inference,2026-11-21,/m,
    )
    assert.deepEqual(readdirSync(path.join(folder, 'ledger')), ['2026-10-USD.json'])
  })

  it('refuses to close what is not over, to close without a ledger, and a ledger that was changed by hand', () => {
    const november = folderOf([line('2026-11-01', '1', 'search-ml', 'rank_v2', 'inference')])
    const open = ascribe(
      november,
      'chargeback',
      'bill.csv',
      '--period',
      '2026-11',
      '--ledger',
      'ledger',
      '--close',
    )
    assert.equal(open.code, 2)
    assert.match(open.err, /2026-11 is not over/)
    assert.match(run(november, '--close').err, /--close needs --ledger/)

    const folder = folderOf()
    run(folder, '--ledger', 'ledger')
    writeFileSync(path.join(folder, 'ledger/2026-10-USD.json'), ledger(folder).replace('"30.01"', '"3.01"'))
    const { code, err } = run(folder, '--ledger', 'ledger')
    assert.equal(code, 2)
    assert.match(
      err,
      /^ascribe: the ledger's "2026-10-USD.json" is not what Ascribe writes: its records come to 8.01, its total is 35.01\n$/,
    )
  })

  it('explains a record by the lines of the bill behind it', () => {
    const explain = (id: string, ...args: readonly string[]) =>
      ascribe(folderOf(), 'chargeback', 'bill.csv', '--period', '2026-10', '--explain', id, ...args)
    const { code, out } = explain('2026-10/fraud-ml/fraud_xgb_v7/training')
    assert.equal(code, 0)
    assert.match(out, /2026-10-02 +1 charge +20\.004\n/)
    assert.match(out, /^30\.008 USD in 2 charges$/m)
    const json = JSON.parse(explain('2026-10/search-ml/rank_v2/inference', '--format', 'json').out)
    assert.deepEqual([json.amount, json.total, json.charges], [5, '5', 1])
    assert.match(
      explain('2026-10/fraud-ml/fraud_xgb_v7/trainin').err,
      /did you mean "2026-10\/fraud-ml\/fraud_xgb_v7\/training"/,
    )
    assert.equal(explain('2026-10/fraud-ml/fraud_xgb_v7/training', '--format', 'csv').code, 2)
  })
})
