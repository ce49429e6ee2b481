import type { Explanation } from '../../billing/explain/explanation.ts'
import { toDollars } from '../../domain/money.ts'
import type { Renderer } from '../renderer.ts'
import { anomalyJson, changeJson, subjectJson } from './anomalies.ts'
import { printJson } from './document.ts'

/** schema/explanation.schema.json; docs/anomalies.md. Amounts are in units of `currency`, those of merged changes a month. */
export const jsonExplanation: Renderer<Explanation> = (explanation) =>
  printJson({
    ...explanation,
    subject: subjectJson(explanation.subject),
    before: toDollars(explanation.before),
    after: toDollars(explanation.after),
    delta: toDollars(explanation.delta),
    steps: explanation.steps.map(({ by, lines, rest, followed }) => ({
      by,
      lines: lines.map((line) => ({
        name: line.name ?? null,
        title: line.title,
        address: line.address,
        before: toDollars(line.before),
        after: toDollars(line.after),
        delta: toDollars(line.delta),
      })),
      rest: { lines: rest.lines, delta: toDollars(rest.delta) },
      followed: followed ?? null,
    })),
    anomalies: explanation.anomalies.map(anomalyJson),
    changes: explanation.changes.map(changeJson),
  })
