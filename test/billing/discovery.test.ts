import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { ENGINES, readBill } from '../../bills/read-bill.ts'
import { costRowsQuery } from '../../core/billing/cost-rows.ts'
import { periodBill } from '../../core/billing/period-bill.ts'
import { stateIds } from '../../core/billing/reconcile/state-ids.ts'
import { billReport } from '../../core/billing/report/build-report.ts'
import { discoveryQuery, untaggedQuery } from '../../core/billing/report/untagged.ts'
import { DEFAULT_CONFIG } from '../../core/config/read-config.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const OCTOBER = { from: '2026-10-01', until: '2026-11-01' }
const TAGGED = '{"team":"fraud-ml","model_id":"fraud_v1"}'
/** Day, resource, account, tags. */
const BILL = [
  ['2026-08-20', 'i-0old', '1', ''],
  ['2026-10-02', 'i-0old', '1', ''],
  ['2026-09-01', 'i-0lost', '1', TAGGED],
  ['2026-10-10', 'i-0lost', '1', '{"team":"fraud-ml"}'],
  ['2026-07-01', 'i-0twin', '2', ''],
  ['2026-10-28', 'i-0twin', '1', ''],
  ['2026-10-05', 'arn:aws:sagemaker:eu-west-1:1:notebook-instance/anna', '1', ''],
] as const

const state = stateIds({
  values: {
    root_module: {
      resources: [
        { address: 'aws_instance.old', mode: 'managed', values: { id: 'i-0old', tags: { secret: 'x' } } },
        { address: 'aws_instance.a', mode: 'managed', values: { id: 'i-0twin' } },
        { address: 'aws_instance.b', mode: 'managed', values: { id: 'i-0twin' } },
      ],
      child_modules: [
        {
          resources: [
            {
              address: 'module.research.aws_sagemaker_notebook_instance.anna',
              mode: 'managed',
              values: { id: 'anna', arn: 'arn:aws:sagemaker:eu-west-1:1:notebook-instance/anna' },
            },
          ],
        },
      ],
    },
  },
})

async function untagged(engine: (typeof ENGINES)[number]) {
  const file = path.join(temporaryFolder({}), 'bill.csv')
  const lines = BILL.map(
    ([day, resource, account, tags]) =>
      `${day}T00:00:00Z,EC2,${resource},${account},USD,5,5,"${tags.replaceAll('"', '""')}"`,
  )
  writeFileSync(
    file,
    [
      'ChargePeriodStart,ServiceName,ResourceId,SubAccountId,BillingCurrency,BilledCost,EffectiveCost,Tags',
      ...lines,
    ].join('\n'),
  )
  const bill = await readBill([file], DEFAULT_CONFIG, engine)
  const [rows, found] = await bill.groups([costRowsQuery(OCTOBER), untaggedQuery(OCTOBER, 'billed', 10)])
  const [discovered] = await bill.groups([discoveryQuery(found!)])
  bill.close()
  const report = billReport(
    periodBill(rows!, OCTOBER, undefined, DEFAULT_CONFIG),
    {
      source: { format: '', engine: '' },
      notes: [],
      untagged: found!,
      discovered: discovered!,
      ids: state!,
      ending: [],
      previous: undefined,
      volumes: undefined,
      asOf: '2026-10-17',
    },
    DEFAULT_CONFIG,
  )
  return report.untagged.listed.map(({ resource, address, found: day, due, isOverdue }) => [
    resource,
    address,
    day,
    due,
    isOverdue,
  ])
}

describe('since when a resource is untagged', () => {
  for (const engine of ENGINES)
    it(`is told from all days of the bill, and where it stands in Terraform from a state (${engine})`, async () => {
      const listed = await untagged(engine)
      assert.deepEqual(
        listed.sort((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1)),
        [
          // Due on October 12.
          [
            'arn:aws:sagemaker:eu-west-1:1:notebook-instance/anna',
            'module.research.aws_sagemaker_notebook_instance.anna',
            '2026-10-05',
            '2026-10-12',
            true,
          ],
          // It had its tags in September. The seventh day is still in time.
          ['i-0lost', undefined, '2026-10-10', '2026-10-17', false],
          // The first day is long before the period.
          ['i-0old', 'aws_instance.old', '2026-08-20', '2026-08-27', true],
          // Another account has a resource of the same id; two addresses claim it: neither is guessed.
          ['i-0twin', undefined, '2026-10-28', '2026-11-04', false],
        ],
      )
    })
})
