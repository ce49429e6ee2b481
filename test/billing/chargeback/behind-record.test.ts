import assert from 'node:assert/strict'
import fc from 'fast-check'
import { amountDigits } from '../../../core/billing/chargeback/amount-digits.ts'
import { behindRecord } from '../../../core/billing/chargeback/behind-record.ts'
import { magnitude, minus, plus, readDecimal, total, writeDecimal } from '../../../core/billing/decimal.ts'
import type { ChargeGroup } from '../../../core/billing/group-query.ts'
import { terminalBehindRecord } from '../../../core/render/terminal/behind-record.ts'
import '../../support/fixed-seed.ts'
import { anyBill } from './any-bill.ts'
import { billOf, charge, configOf, FRAUD, MONITORING, PLATFORM, RANK, recordsOf } from './story.ts'

const CENT = readDecimal('0.01')!

/** What the bill has behind the record whose id ends so. */
function behind(groups: readonly ChargeGroup[], ending: string, most = 10) {
  const record = recordsOf(groups).records.find(({ id }) => id.endsWith(ending))
  assert.ok(record, ending)
  return behindRecord(record, billOf(groups), [groups, groups], most, configOf(PLATFORM))
}
const told = (parts: ReturnType<typeof behind>['services']) =>
  parts.map(({ name, amount, rows }) => `${name ?? '-'} ${writeDecimal(amount)} ${rows}`)

const OCTOBER = [
  charge('30.123', { ...FRAUD, resource: 'i-01', resourceName: 'trainer' }),
  charge('2', { ...FRAUD, resource: 'i-01', resourceName: 'trainer', day: '2026-10-02' }),
  charge('1.5', { ...FRAUD, resource: 'vol-01', service: 'Amazon EBS' }),
  charge('0.5', { ...FRAUD }),
  charge('10', { ...RANK, resource: 'i-09' }),
  charge('3', { ...FRAUD, category: 'Tax' }),
  charge('8', { ...MONITORING, resource: 'prometheus' }),
  charge('4', { team: 'fraud-ml', resource: 'i-77' }),
]

describe('the bill behind a record', () => {
  it('is its services, resources and days, each of which adds up to it', () => {
    const { services, resources, otherResources, days, total: all, rows } = behind(OCTOBER, '/training', 2)
    assert.deepEqual(told(services), ['Amazon EC2 32.623 3', 'Amazon EBS 1.5 1'])
    assert.deepEqual(told(resources), ['trainer (i-01) 32.123 2', 'vol-01 1.5 1'])
    assert.deepEqual([otherResources.count, writeDecimal(otherResources.amount)], [1, '0.5'])
    assert.deepEqual(told(days), ['2026-10-01 32.123 3', '2026-10-02 2 1'])
    assert.deepEqual([writeDecimal(all), rows], ['34.123', 4])
  })

  it('of a part of a pool is the whole pool, with the rule that splits it', () => {
    const { total: all, through, resources } = behind(OCTOBER, 'fraud_xgb_v7/shared:monitoring')
    assert.equal(writeDecimal(all), '8')
    assert.deepEqual(told(resources), ['prometheus 8 1'])
    assert.match(through?.methodology ?? '', /^monitoring is split .* by the number of their models/)
  })

  it('of what is untagged or apart is what lacks the tag, or is of that kind', () => {
    assert.deepEqual(told(behind(OCTOBER, '/untagged:').resources), ['i-77 4 1'])
    assert.equal(writeDecimal(behind(OCTOBER, '/charge:tax').total), '3')
  })

  it('is read as a page, and says what was rounded', () => {
    const text = terminalBehindRecord(behind(OCTOBER, '/training'), { colour: false, width: 100 })
    assert.match(text, /^34\.12 USD: fraud-ml · fraud_xgb_v7 · training\n/)
    assert.match(text, /The charges come to 34\.123; the record is rounded by -0\.003\./)
    assert.match(text, /34\.123 USD in 4 charges\n$/)
  })

  it('for any bill has every charge once: behind its own record, or behind the parts of its pool', () => {
    fc.assert(
      fc.property(anyBill, (groups) => {
        fc.pre(groups.length > 0)
        const bill = billOf(groups)
        const pools = new Map<string, bigint>()
        let all = 0n
        for (const record of recordsOf(groups).records) {
          const found = behindRecord(record, bill, [groups, groups], 1, configOf(PLATFORM))
          const { services, days, resources, otherResources } = found
          assert.equal(total(services.map(({ amount }) => amount)), found.total)
          assert.equal(total(days.map(({ amount }) => amount)), found.total)
          assert.equal(plus(total(resources.map(({ amount }) => amount)), otherResources.amount), found.total)
          if (found.through) pools.set(found.through.pool, found.total)
          else {
            all += found.total
            assert.ok(magnitude(minus(readDecimal(amountDigits(record.amount))!, found.total)) < CENT)
          }
        }
        for (const amount of pools.values()) all += amount
        assert.equal(all, total(groups.map(({ effective }) => effective)))
      }),
    )
  })
})
