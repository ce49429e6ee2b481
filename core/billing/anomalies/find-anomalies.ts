import { ConfigurationError } from '../../domain/configuration-error.ts'
import { daysAfter } from '../../domain/days.ts'
import { add, subtract, type Usd, usd, ZERO } from '../../domain/money.ts'
import type { Anomaly, AnomalyReport } from './anomaly.ts'
import { completeDays } from './complete-days.ts'
import type { DailyBill } from './daily-bill.ts'
import { anomalyRule } from './rules/index.ts'
import type { AnomalyRule, Floors, Judgement } from './rules/rule.ts'
import { splitExcess } from './split-excess.ts'
import { type WatchedSubject, watchedSubjects } from './subjects.ts'

export interface AnomalyOptions {
  /** A rule's id; undefined for the robust one. */
  readonly rule: string | undefined
  /** In units of the bill's currency; undefined for 25. */
  readonly leastExcess: number | undefined
  readonly drops: boolean
  /** The first day to judge; undefined for the last complete one alone. */
  readonly since: string | undefined
  /** The last day to judge, whether or not it is complete; undefined for the last complete one. */
  readonly asOf: string | undefined
  /** Which day it is; its charges are not all there. */
  readonly today: string | undefined
}

/** In units of the bill's currency. */
const LEAST_EXCESS = 25
/** Days that an anomaly is followed back for. */
const LONGEST = 28
/** A team is named for itself where its models do not explain so much of its difference. */
const EXPLAINED = 0.5

/** The days on which a model or team cost what it does not cost on an ordinary day. The largest difference first. */
export function findAnomalies(bill: DailyBill, options: AnomalyOptions): AnomalyReport {
  const [firstDay] = bill.days.keys()
  if (firstDay === undefined) throw new ConfigurationError('the bill has no charges for use')
  const { asOf, incomplete } = lastDay(bill, options)
  const from = options.since !== undefined && options.since < asOf ? options.since : asOf
  const rule = anomalyRule(options.rule)
  const floors: Floors = { leastExcess: usd(options.leastExcess ?? LEAST_EXCESS), drops: options.drops }
  const days = [...bill.days.keys()]
  const watched = watchedSubjects(bill)
  const found = watched.flatMap((subject) => anomaliesOf(subject, days, { from, asOf, rule, floors }))
  return {
    version: 1,
    currency: bill.currency,
    cost: bill.cost,
    rule: { id: rule.id, summary: rule.summary },
    from,
    asOf,
    firstDay,
    incomplete,
    watched: watched.length,
    anomalies: withoutExplained(found).sort(
      (a, b) => Math.abs(b.excess) - Math.abs(a.excess) || (a.day < b.day ? -1 : 1),
    ),
  }
}

function lastDay(bill: DailyBill, { asOf, today }: AnomalyOptions) {
  if (asOf === undefined) return completeDays(bill, today)
  if (!bill.days.has(asOf)) {
    const days = [...bill.days.keys()]
    throw new ConfigurationError(
      `the bill has no charges on ${asOf}. expected a day from ${days[0]} to ${days.at(-1)}`,
    )
  }
  return { asOf, incomplete: [] }
}

interface Judging {
  readonly from: string
  readonly asOf: string
  readonly rule: AnomalyRule
  readonly floors: Floors
}

/** Days in a row, of one kind, are one anomaly. */
function anomaliesOf(
  watched: WatchedSubject,
  days: readonly string[],
  { from, asOf, rule, floors }: Judging,
): readonly Anomaly[] {
  const { history } = watched
  const judge = (day: string) => rule.judge(history, day, floors)
  const begin = Math.max(0, days.indexOf(days.find((day) => day >= from)!))
  const runs: Run[] = []
  let open: Run | undefined
  for (const day of days.slice(begin)) {
    if (day > asOf) break
    const judgement = judge(day)
    open = judgement && (open?.kind === judgement.kind ? open : newRun(judgement.kind, runs))
    if (judgement) open?.days.push({ day, judgement })
  }
  // What goes on on the first day to judge may have begun before it.
  const [first] = runs
  if (first && first.days[0]!.day === days[begin])
    for (const day of days.slice(Math.max(0, begin - LONGEST), begin).reverse()) {
      const judgement = judge(day)
      if (judgement?.kind !== first.kind) break
      first.days.unshift({ day, judgement })
    }
  return runs.map((run) => anomalyOf(run, watched, asOf))
}

interface Run {
  readonly kind: Judgement['kind']
  readonly days: { day: string; judgement: Judgement }[]
}

function newRun(kind: Judgement['kind'], runs: Run[]): Run {
  const run: Run = { kind, days: [] }
  runs.push(run)
  return run
}

function anomalyOf({ days }: Run, { subject, rows, history }: WatchedSubject, asOf: string): Anomaly {
  const { day, judgement } = days.at(-1)!
  const excessOn = (at: (typeof days)[number]): Usd =>
    subtract(history.costOn(at.day) ?? ZERO, at.judgement.baseline)
  const excess = excessOn(days.at(-1)!)
  return {
    ...judgement,
    subject,
    since: days[0]!.day,
    day,
    days: days.length,
    isOngoing: day === asOf,
    cost: history.costOn(day) ?? ZERO,
    excess,
    excessSoFar: days.reduce((total, each) => add(total, excessOn(each)), ZERO),
    above: judgement.baseline > 0 ? excess / judgement.baseline : undefined,
    because: splitExcess(rows, day, judgement.comparedWith),
    resources: [],
    changes: [],
  }
}

/** A team whose models are named already is not named once more for them. */
function withoutExplained(found: readonly Anomaly[]): Anomaly[] {
  return found.filter(({ subject, day, excess }) => {
    if (subject.kind === 'model') return true
    const models = found.filter(
      (each) => each.subject.kind === 'model' && each.subject.team === subject.team && overlaps(each, day),
    )
    const explained = models.reduce((total, each) => total + each.excess, 0)
    return Math.abs(explained) < EXPLAINED * Math.abs(excess)
  })
}

const overlaps = ({ since, day: last }: Anomaly, day: string): boolean =>
  since <= day && day <= daysAfter(last, 1)
