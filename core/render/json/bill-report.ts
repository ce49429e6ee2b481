import { writeDecimal } from '../../billing/decimal.ts'
import type { BillReport, Line } from '../../billing/report/bill-report.ts'
import { toDollars } from '../../domain/money.ts'
import type { Renderer } from '../renderer.ts'
import { printJsonWithNulls } from './document.ts'

/** schema/bill-report.schema.json; docs/json-output.md. Amounts are in units of `currency`. */
export const jsonBillReport: Renderer<BillReport> = (report) =>
  printJsonWithNulls({
    ...report,
    total: toDollars(report.total),
    coverage: {
      direct: toDollars(report.coverage.direct),
      shared: toDollars(report.coverage.shared),
      untagged: toDollars(report.coverage.untagged),
      unallocated: toDollars(report.coverage.unallocated),
      apart: toDollars(report.coverage.apart),
      share: report.coverage.share,
    },
    allocations: report.allocations.map(({ amount, quantity, ...rest }) => ({
      ...rest,
      amount: toDollars(amount),
      quantity: writeDecimal(quantity),
    })),
    pools: report.pools.map(({ pool, amount, shared, kept, unallocated, because, methodology }) => ({
      name: pool.name,
      amount: toDollars(amount),
      shared: toDollars(shared),
      kept: toDollars(kept),
      unallocated: toDollars(unallocated),
      because,
      methodology,
    })),
    models: report.models.map(({ amount, direct, shared, phases, economics, ...rest }) => ({
      ...rest,
      amount: toDollars(amount),
      direct: toDollars(direct),
      shared: toDollars(shared),
      phases: linesJson(phases),
      economics: economics && { ...economics, cost: toDollars(economics.cost) },
    })),
    optimisations: report.optimisations.map(({ cost, excess, items, advice, ...rest }) => ({
      ...rest,
      cost: toDollars(cost),
      excess: toDollars(excess),
      items: items.map((item) => ({ ...item, amount: toDollars(item.amount) })),
      advice: advice.map((each) => ({ ...each, saves: toDollars(each.saves) })),
    })),
    overBudget: report.overBudget.map(({ budget, amount, over, items, advice, ...rest }) => ({
      ...rest,
      budget: toDollars(budget),
      amount: toDollars(amount),
      over: toDollars(over),
      items: items.map((item) => ({ ...item, amount: toDollars(item.amount) })),
      advice: advice.map((each) => ({ ...each, saves: toDollars(each.saves) })),
    })),
    by: Object.fromEntries(Object.entries(report.by).map(([name, lines]) => [name, linesJson(lines)])),
    missing: report.missing.map((each) => ({ ...each, amount: toDollars(each.amount) })),
    untagged: {
      listed: report.untagged.listed.map((each) => ({ ...each, amount: toDollars(each.amount) })),
      rest: toDollars(report.untagged.rest),
    },
    expired: report.expired.map((each) => ({ ...each, amount: toDollars(each.amount) })),
    storage: report.storage.map(({ amount, bytes, ...rest }) => ({
      ...rest,
      bytes: Number(bytes),
      amount: toDollars(amount),
    })),
    change: report.change && {
      period: report.change.period,
      before: toDollars(report.change.before),
      movers: report.change.movers.map(({ before, after, delta, because, ...rest }) => ({
        ...rest,
        before: toDollars(before),
        after: toDollars(after),
        delta: toDollars(delta),
        because: because.map((part) => ({ ...part, delta: toDollars(part.delta) })),
      })),
    },
    forecast: report.forecast && { ...report.forecast, total: toDollars(report.forecast.total) },
  })

const linesJson = (lines: readonly Line[]) =>
  lines.map(({ name, amount }) => ({ name, amount: toDollars(amount) }))
