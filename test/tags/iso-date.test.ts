import assert from 'node:assert/strict'
import fc from 'fast-check'
import { isIsoDate } from '../../core/tags/iso-date.ts'

describe('an ISO 8601 date', () => {
  it('is a day that exists, with or without a time', () => {
    for (const text of [
      '2026-12-31',
      '2028-02-29',
      '20261231',
      '2026-12-31T18:00:00Z',
      '2026-12-31T18:00+02:00',
      '20261231T000000Z',
      '20261231t000000z',
      '2026-12-31t18_00_00z',
      '2026-12-31T18-00-00Z',
      '2026-12-31T18:00:00.123Z',
    ])
      assert.ok(isIsoDate(text), text)
  })

  it('is nothing else', () => {
    for (const text of [
      '',
      '2026-12',
      '2026-13-01',
      '2026-00-10',
      '2026-02-29',
      '2026-04-31',
      '31.12.2026',
      '12/31/2026',
      '2026-1231',
      '2026-12-31T',
      '2026-12-31T25:00Z',
      '2026-12-31 ',
      'never',
      `2026-12-31T${'0'.repeat(1e6)}`,
    ])
      assert.ok(!isIsoDate(text), text.slice(0, 40))
  })

  it('agrees with the calendar', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1000, max: 9999 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 31 }),
        (year, month, day) => {
          const date = new Date(Date.UTC(year, month - 1, day))
          const exists = date.getUTCMonth() === month - 1
          const two = (number: number) => String(number).padStart(2, '0')
          assert.equal(isIsoDate(`${year}-${two(month)}-${two(day)}`), exists)
        },
      ),
    )
  })
})
