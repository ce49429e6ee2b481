import type { Dashboard } from '../../../billing/dashboard/dashboard.ts'
import type { ModelLine } from '../../../billing/report/bill-report.ts'
import { signOf } from '../../../domain/currency.ts'
import { sum, type Usd, usd } from '../../../domain/money.ts'
import { amountText, shareText } from '../../amounts/amount.ts'
import { EFFICIENCY, partsText, ratioText, scopeText, unitPriceText } from '../../report/unit-costs.ts'
import { type Html, html, NOTHING } from '../markup.ts'
import { type Column, cutTo, figures, list, section, table } from '../table.ts'
import { figure } from './head-part.ts'
import { ownerMarks } from './owner-marks.ts'
import type { PageData } from './page-data.ts'
import { targets } from './targets-part.ts'

const MOST = 100

/** What each model costs, what it is worth, and where there is something to win. */
export function modelsPart(dashboard: Dashboard, data: PageData): Html {
  const { models, currency, economicsOf, scope } = dashboard
  const sign = signOf(currency)
  const { shown, rest } = cutTo(models, MOST)
  const hasTeams = scope.kind === 'all'
  const columns: readonly Column[] = [
    { title: 'Model' },
    ...(hasTeams ? [{ title: 'Team' }] : []),
    ...['Cost', 'Direct', 'Shared', 'Value', 'ROI'].map(figures),
    { title: 'Class' },
    ...['A prediction', '1,000 predictions'].map(figures),
    { title: 'Grade' },
    { title: 'Made of' },
  ]
  const more = sum(models.slice(MOST).map(({ amount }) => amount))
  return section('Models, the dearest first', [
    list(sentences(dashboard, sign)),
    table(
      `Cost by model, ${currency}; ROI, class and unit costs are of ${scopeText({ environments: economicsOf })}`,
      columns,
      shown.map((line) => ({
        cells: cells(line, sign, hasTeams),
        marks: ownerMarks(line, data),
      })),
    ),
    rest > 0 ? html`<p>${rest} more models: ${amountText(more, sign)}.</p>` : NOTHING,
    targets(dashboard),
  ])
}

function cells(line: ModelLine, sign: string, hasTeams: boolean): readonly Html[] {
  const { model, team, amount, direct, shared, value, economics } = line
  const unit = (price: number | undefined) => html`${price === undefined ? '?' : unitPriceText(price, sign)}`
  return [
    model === undefined ? html`<em>(untagged)</em>` : html`${model}`,
    ...(hasTeams ? [html`${team ?? '–'}`] : []),
    figure(amount, sign),
    figure(direct, sign),
    figure(shared, sign),
    html`${value === undefined ? (economics ? '?' : '–') : amountText(usd(value), sign)}`,
    ...(economics
      ? [
          html`${economics.roi === undefined ? '?' : html`<data value="${economics.roi}">${ratioText(economics.roi)}</data>`}`,
          html`${EFFICIENCY[economics.efficiency]}`,
          unit(economics.perPrediction),
          unit(economics.perThousand),
          html`${economics.grade === 'unknown' ? '?' : html`<b>${economics.grade}</b>`}`,
          html`<small>${madeOf(economics, amount, sign)}</small>`,
        ]
      : Array.from({ length: 5 }, () => html`–`).concat(NOTHING)),
  ]
}

function madeOf(economics: NonNullable<ModelLine['economics']>, amount: Usd, sign: string): string {
  const counted = economics.cost === amount ? [] : [`counted: ${amountText(economics.cost, sign)}`]
  return [partsText(economics), ...counted, ...economics.because].join('; ')
}

function sentences({ models, total }: Dashboard, sign: string): readonly Html[] {
  const dearest = models.find(({ model, amount }) => model !== undefined && amount > 0)
  const graded = models.filter(({ economics }) => economics)
  const hasValue = graded.some(({ value }) => value !== undefined)
  return [
    ...(dearest
      ? [
          html`The dearest model is <strong>${dearest.model}</strong>: ${figure(dearest.amount, sign)}${total > 0 ? ` (${shareText(dearest.amount / total)} of the total)` : ''}.`,
        ]
      : []),
    ...(graded.length > 0 && !hasValue
      ? [
          html`What the models are worth is not known: ROI and class are left open. <code>monthly-value</code> in ascribe.yml or a file of volumes says it.`,
        ]
      : []),
    ...(graded.length === 0 && models.length > 0
      ? [html`No model of the catalogue is among them, so nothing is graded.`]
      : []),
  ]
}
