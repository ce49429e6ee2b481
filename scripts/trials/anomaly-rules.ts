// How often each rule of core/billing/anomalies alerts for nothing, and what it finds: the table of docs/anomalies.md.
//   npx tsx scripts/trials/anomaly-rules.ts [--models 150] [--seed 1]
// For each history, models of 180 days with 7 % of noise; then the same with one day at 180 % of what it would have cost.
import { parseArgs } from 'node:util'
import type { CostHistory } from '../../core/billing/anomalies/cost-history.ts'
import { ANOMALY_RULES } from '../../core/billing/anomalies/rules/index.ts'
import type { AnomalyRule, Floors } from '../../core/billing/anomalies/rules/rule.ts'
import { daysAfter, daysBetween } from '../../core/domain/days.ts'
import { type Usd, usd } from '../../core/domain/money.ts'
import { type Chance, chanceOf } from '../bills/chance.ts'

const DAYS = 180
/** Judged from here on, so that every rule has the history that it wants. */
const WARM = 45
const NOISE = 0.07
const SPIKE = 1.8
const DAYS_A_MONTH = 30.4
/** A Monday. */
const FIRST = '2026-01-05'
const FLOORS: Floors = { leastExcess: usd(25), drops: false }

const { values } = parseArgs({
  options: { models: { type: 'string', default: '150' }, seed: { type: 'string', default: '1' } },
})
const models = Number(values.models)

/** Dollars of an ordinary day. */
type History = (day: number, scale: number, chance: Chance) => number

/** Box and Muller's: a normal deviation of 1. */
const normal = (chance: Chance): number =>
  Math.sqrt(-2 * Math.log(1 - chance.next())) * Math.cos(2 * Math.PI * chance.next())
const noisy = (dollars: number, chance: Chance): number => Math.max(0, dollars * (1 + NOISE * normal(chance)))

const HISTORIES: Readonly<Record<string, History>> = {
  flat: (_, scale, chance) => noisy(scale, chance),
  'weekdays high, weekends low': (day, scale, chance) => noisy(day % 7 >= 5 ? scale * 0.3 : scale, chance),
  'one training day a week': (day, scale, chance) => noisy(day % 7 === 0 ? scale * 4 : scale, chance),
  'constant, 1 cent steps': (_, scale, chance) => scale + (chance.next() < 0.1 ? 0.01 : 0),
}

console.log('| History | Rule | False alerts a model and month | Found |')
console.log('| --- | --- | --- | --- |')
for (const [name, history] of Object.entries(HISTORIES))
  for (const rule of ANOMALY_RULES) {
    const { falseAlerts, found } = tried(history, rule)
    console.log(`| ${name} | ${rule.id} | ${falseAlerts.toFixed(2)} | ${(found * 100).toFixed(0)} % |`)
  }

function tried(history: History, rule: AnomalyRule) {
  const chance = chanceOf(Number(values.seed))
  let alerts = 0
  let found = 0
  for (let model = 0; model < models; model++) {
    // From 60 to 2,000 dollars a day.
    const scale = 60 * (2000 / 60) ** chance.next()
    const costs = Array.from({ length: DAYS }, (_, day) => usd(history(day, scale, chance)))
    for (let day = WARM; day < DAYS; day++) if (isAlert(rule, costs, day)) alerts++
    const at = WARM + Math.floor(chance.next() * (DAYS - WARM))
    const spiked = costs.map((cost, day) => (day === at ? (Math.round(cost * SPIKE) as Usd) : cost))
    if (isAlert(rule, spiked, at)) found++
  }
  return { falseAlerts: alerts / models / ((DAYS - WARM) / DAYS_A_MONTH), found: found / models }
}

function isAlert(rule: AnomalyRule, costs: readonly Usd[], day: number): boolean {
  const history: CostHistory = { firstSeen: FIRST, costOn: (text) => costs[daysBetween(FIRST, text)] }
  return rule.judge(history, daysAfter(FIRST, day), FLOORS) !== undefined
}
