import assert from 'node:assert/strict'
import type { ChargeGroup } from '../../core/billing/group-query.ts'
import { periodBill } from '../../core/billing/period-bill.ts'
import { billReport } from '../../core/billing/report/build-report.ts'
import { readConfig } from '../../core/config/read-config.ts'
import { SourceFile } from '../../core/source/source-file.ts'

const read = (shared: string) => readConfig(new SourceFile('ascribe.yml', `version: 1\nshared:\n${shared}`))

const EC2 = {
  by: { day: '2026-10-01', service: 'EC2', category: 'Usage', currency: 'USD' },
  billed: 10_000_000_000n,
  effective: 10_000_000_000n,
  quantity: 0n,
  rows: 1,
  unreadable: { billed: 0, effective: 0 },
  firstDay: '2026-10-01',
  lastDay: '2026-10-01',
} as unknown as ChargeGroup

describe('how a bill names what is shared', () => {
  it('a key that the schema does not have is an error, since it would never match', () => {
    const { problems } = read(
      '  - { name: store, match: { type: x }, bill: { tags: { teem: a } }, method: even }',
    )
    assert.equal(problems.length, 1)
    assert.match(problems[0]!.message, /"teem"/)
    assert.match(problems[0]!.message, /"team"/)
  })

  it('what it cannot ask a bill for is an error too', () => {
    const { problems } = read(
      '  - { name: store, match: { type: x }, bill: { address: aws_db_instance.x }, method: even }',
    )
    assert.match(problems[0]!.message, /"address"/)
  })

  it('a pool that is not on the bill, or finds nothing there, is named in the report', () => {
    const { config } = read(
      `  - { name: cluster, match: { type: "aws_eks_*" }, method: even }
  - { name: store, match: { type: x }, bill: { service: RDS }, method: even }
  - { name: machines, match: { type: y }, bill: { service: EC2 }, method: even }`,
    )
    const bill = periodBill([EC2], { from: '2026-10-01', until: '2026-11-01' }, undefined, config)
    const { notes } = billReport(
      bill,
      {
        source: { format: '', engine: '' },
        notes: [],
        untagged: [],
        ending: [],
        previous: undefined,
        volumes: undefined,
        asOf: undefined,
      },
      config,
    )
    assert.deepEqual(notes, [
      'the pool "cluster" is not on this bill: its match asks for what only Terraform knows. expected "bill" beside it, e.g. bill: { service: "Amazon Elastic*" }',
      'the pool "store" finds no charge of the bill',
    ])
  })
})
