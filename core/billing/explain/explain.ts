import type { Catalogue } from '../../config/catalogue.ts'
import type { TagSchema } from '../../config/tag-schema.ts'
import { ConfigurationError } from '../../domain/configuration-error.ts'
import { daysAfter } from '../../domain/days.ts'
import { subtract, sum, type Usd } from '../../domain/money.ts'
import type { AnomalyReport, Subject } from '../anomalies/anomaly.ts'
import type { DailyBill, DailyRow } from '../anomalies/daily-bill.ts'
import { usageOf, writtenTags } from '../anomalies/resource-parts.ts'
import type { Period } from '../cost-rows.ts'
import { groupBy } from '../group-by.ts'
import type { ChargeGroup, GroupQuery } from '../group-query.ts'
import { speller } from '../spell-values.ts'
import { toMicros } from '../to-micros.ts'
import type { Explanation, Step, StepBy, StepLine } from './explanation.ts'

const MOST_LINES = 5

export interface ExplainOptions {
  /** Whose cost: a model, or a team. */
  readonly asked: { readonly kind: 'model' | 'team'; readonly name: string }
  /** How many days, against as many before them. Whole weeks compare like with like. */
  readonly days: number
}

/** The path as far as the bill's daily rows lead, and what to ask the bill for its last step. */
export interface BeginExplanation {
  readonly explanation: Explanation
  readonly resources: GroupQuery
  finish(groups: readonly ChargeGroup[], addressOf: (resource: string) => string | undefined): Explanation
}

/** Walks from the subject to what changed most. Throws `ConfigurationError` where the bill has nothing of it. */
export function beginExplanation(
  bill: DailyBill,
  { asOf, anomalies }: AnomalyReport,
  { asked, days }: ExplainOptions,
  rules: Catalogue & { readonly schema: TagSchema },
): BeginExplanation {
  const until = daysAfter(asOf, 1)
  const period: Period = { from: daysAfter(until, -days), until }
  const compared: Period = { from: daysAfter(period.from, -days), until: period.from }
  const own = rowsOf(bill, asked)
  const subject = subjectOf(asked, own)
  const near = own.filter(({ day }) => day >= compared.from && day < until)
  const whole = lineOf(undefined, near, period)
  const path = walk(
    near,
    asked.kind === 'team' ? ['model', 'phase', 'service'] : ['phase', 'service'],
    period,
  )
  const explanation: Explanation = {
    version: 1,
    subject,
    currency: bill.currency,
    cost: bill.cost,
    period,
    compared,
    before: whole.before,
    after: whole.after,
    delta: whole.delta,
    steps: path.steps,
    anomalies: anomalies.filter((each) => isWithin(each.subject, subject)),
    changes: [],
  }
  const isFollowed = new Set(path.rows.map(({ written }) => JSON.stringify(written)))
  const { spell } = speller(rules.schema, rules)
  const [first] = path.rows
  return {
    explanation,
    resources: {
      by: ['day', 'resource', 'resourceName', 'service', 'phase', 'model', 'team'],
      where: [
        { kind: 'days', from: compared.from, until },
        ...usageOf(bill),
        ...writtenTags(path.rows, ['team', 'model']),
      ],
      top: undefined,
    },
    finish: (groups, addressOf) => {
      const amounts = toMicros(groups.map((group) => group[bill.cost]))
      const rows = groups.flatMap(({ by }, at): PathRow[] => {
        const phase = by.phase === undefined ? undefined : spell('phase', by.phase)
        const isOn =
          isFollowed.has(JSON.stringify({ model: by.model, team: by.team })) &&
          phase === first?.owner.phase &&
          by.service === first?.service
        return isOn
          ? [{ day: by.day!, amount: amounts[at]!, resource: by.resource, title: by.resourceName }]
          : []
      })
      const step = stepOf('resource', rows, period)
      const lines = step.lines.map((line): StepLine => {
        const address = line.name === undefined ? undefined : addressOf(line.name)
        return address === undefined ? line : { ...line, address }
      })
      const found = lines.length > 0 ? [{ ...step, lines }] : []
      return { ...explanation, steps: [...explanation.steps, ...found] }
    },
  }
}

function rowsOf({ rows }: DailyBill, { kind, name }: ExplainOptions['asked']): readonly DailyRow[] {
  const own = rows.filter(({ owner }) => owner[kind] === name)
  if (own.length > 0) return own
  const known = [...new Set(rows.flatMap(({ owner }) => owner[kind] ?? []))].sort()
  throw new ConfigurationError(
    `the bill has no charges of the ${kind} "${name}". expected one of ${known.join(', ') || 'none: no charge has one'}`,
  )
}

function subjectOf({ kind, name }: ExplainOptions['asked'], rows: readonly DailyRow[]): Subject {
  const teams = new Set(rows.map(({ owner }) => owner.team))
  return kind === 'team'
    ? { kind, model: undefined, team: name }
    : { kind, model: name, team: teams.size === 1 ? [...teams][0] : undefined }
}

const isWithin = (one: Subject, whole: Subject): boolean =>
  whole.kind === 'team' ? one.team === whole.team : one.kind === 'model' && one.model === whole.model

interface PathRow {
  readonly day: string
  readonly amount: Usd
  readonly resource: string | undefined
  readonly title: string | undefined
}

/** Each step looks into the largest change of the one before. */
function walk(
  rows: readonly DailyRow[],
  questions: readonly Exclude<StepBy, 'resource'>[],
  period: Period,
): { readonly steps: readonly Step[]; readonly rows: readonly DailyRow[] } {
  const steps: Step[] = []
  let left = rows
  for (const by of questions) {
    const step = stepOf(by, left, period)
    steps.push(step)
    const [first] = step.lines
    if (!first) break
    left = left.filter((row) => nameBy(by, row) === first.name)
  }
  return { steps, rows: left }
}

function stepOf(by: StepBy, rows: readonly (DailyRow | PathRow)[], period: Period): Step {
  const lines = [...groupBy(rows, (row) => nameBy(by, row))]
    .map(([name, of]) => lineOf(name, of, period))
    .sort((a, b) => Math.abs(b.delta) - Math.abs(a.delta) || b.after - a.after)
  const rest = lines.slice(MOST_LINES)
  return {
    by,
    lines: lines.slice(0, MOST_LINES),
    rest: { lines: rest.length, delta: sum(rest.map(({ delta }) => delta)) },
    followed: lines[0]?.name,
  }
}

function nameBy(by: StepBy, row: DailyRow | PathRow): string | undefined {
  if ('resource' in row) return row.resource
  return by === 'service' ? row.service : by === 'model' ? row.owner.model : row.owner.phase
}

function lineOf(name: string | undefined, rows: readonly (DailyRow | PathRow)[], { from }: Period): StepLine {
  const before = sum(rows.filter(({ day }) => day < from).map(({ amount }) => amount))
  const after = sum(rows.filter(({ day }) => day >= from).map(({ amount }) => amount))
  const titles = rows.flatMap((row) => ('title' in row && row.title !== undefined ? [row.title] : []))
  const title = titles[0] === name ? undefined : titles[0]
  return { name, ...(title !== undefined && { title }), before, after, delta: subtract(after, before) }
}
