import assert from 'node:assert/strict'
import fc from 'fast-check'
import { quantity } from '../../core/domain/quantity.ts'
import { list, object, string, type Value } from '../../core/domain/value.ts'
import { podRequest } from '../../core/kubernetes/pods/pod-request.ts'
import { runsPerMonth } from '../../core/kubernetes/pods/schedule.ts'

interface Container {
  readonly cpu: number
  readonly isSidecar: boolean
}

function containers(all: readonly Container[]): Value {
  return list(
    all.map(({ cpu, isSidecar }) => {
      const requests = object(new Map([['cpu', string(`${cpu}m`)]]))
      const entries = new Map<string, Value>([['resources', object(new Map([['requests', requests]]))]])
      if (isSidecar) entries.set('restartPolicy', string('Always'))
      return object(entries)
    }),
  )
}

function cpuOf(main: readonly Container[], init: readonly Container[]): number {
  const spec = object(
    new Map([
      ['containers', containers(main)],
      ['initContainers', containers(init)],
    ]),
  )
  const request = podRequest(spec)
  assert.equal(request.kind, 'known')
  return request.kind === 'known' ? Math.round(request.value.cpu! * 1000) : 0
}

const container = fc.record({ cpu: fc.integer({ min: 1, max: 64_000 }), isSidecar: fc.boolean() })
const main = fc.array(container, { minLength: 1, maxLength: 5 })
const init = fc.array(container, { maxLength: 5 })

describe('what a pod asks for', () => {
  it('never falls when a container is added', () => {
    fc.assert(
      fc.property(main, init, container, (running, starting, more) => {
        const before = cpuOf(running, starting)
        assert.ok(cpuOf([...running, more], starting) >= before)
        assert.ok(cpuOf(running, [...starting, more]) >= before)
      }),
    )
  })

  it('is the most that it needs at any moment of its life', () => {
    fc.assert(
      fc.property(main, init, (running, starting) => {
        const moments: number[] = []
        let sidecars = 0
        for (const { cpu, isSidecar } of starting) {
          if (isSidecar) sidecars += cpu
          moments.push(isSidecar ? sidecars : sidecars + cpu)
        }
        moments.push(sidecars + running.reduce((sum, { cpu }) => sum + cpu, 0))
        assert.equal(cpuOf(running, starting), Math.max(...moments))
      }),
    )
  })
})

describe('quantities', () => {
  it('are what is written, in every suffix', () => {
    const units = {
      '': 1,
      k: 1e3,
      M: 1e6,
      G: 1e9,
      T: 1e12,
      Ki: 2 ** 10,
      Mi: 2 ** 20,
      Gi: 2 ** 30,
      Ti: 2 ** 40,
    }
    fc.assert(
      fc.property(fc.nat(1e6), fc.constantFrom(...Object.entries(units)), (amount, [suffix, unit]) => {
        assert.equal(quantity(`${amount}${suffix}`), amount * unit)
      }),
    )
  })

  it('are nothing else', () => {
    for (const text of ['12 GB', '1GB', 'Gi', '', '1e', '--1', '1.2.3', '0x10', '1kk', 'NaN', 'Infinity'])
      assert.equal(quantity(text), undefined, text)
  })
})

describe('cron schedules', () => {
  const month = 730 / 24
  for (const [schedule, runs] of Object.entries({
    '0 * * * *': 730,
    '*/15 * * * *': 730 * 4,
    '0 0 * * *': month,
    '0 9-17/2 * * mon-fri': (month * 5 * 5) / 7,
    '0 0 * * 7': month / 7,
    '0 0 1 jan,jul *': (2 * month) / 365.25,
    '0 0 29 2 *': month / 1461,
    '0 0 1 * 1': (month * (12 * 28 + 1461 - 48)) / (1461 * 7),
    '@weekly': month / 7,
    '@every 90m': 730 / 1.5,
    'TZ=Europe/Berlin 0 0 * * *': month,
  }))
    it(`${schedule} comes round ${Math.round(runs * 100) / 100} times a month`, () => {
      const reading = runsPerMonth(schedule)
      assert.ok(reading.kind === 'known' && Math.abs(reading.value - runs) < 1e-9, JSON.stringify(reading))
    })

  for (const schedule of [
    '',
    '* * * *',
    '60 * * * *',
    '0 0 * * * *',
    '5-1 * * * *',
    '*/0 * * * *',
    '@never',
    '@every 0s',
    '* * 0 * *',
  ])
    it(`"${schedule}" is none`, () => {
      assert.equal(runsPerMonth(schedule).kind, 'unknown')
    })

  it('any text ends in a number or a reason', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), (text) => {
        const reading = runsPerMonth(text)
        assert.ok(reading.kind === 'unknown' || reading.value >= 0)
      }),
    )
  })
})
