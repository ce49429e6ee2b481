import type { Dashboard } from '../../../billing/dashboard/dashboard.ts'
import type { FlowNode, Flows } from '../../../billing/dashboard/flows.ts'
import { signOf } from '../../../domain/currency.ts'
import { amountText } from '../../amounts/amount.ts'
import { type Html, html, NOTHING } from '../markup.ts'
import { section, table } from '../table.ts'
import { figure } from './head-part.ts'

const WIDTH = 900
const NODE = 14
const GAP = 14
const HEIGHT = 320
/** A node of a few cents can still be seen. */
const THINNEST = 2
/** Where the columns begin. */
const X = [0, 330, 660]

interface Placed extends FlowNode {
  readonly x: number
  readonly y: number
  readonly height: number
}

const WORDS: Readonly<Partial<Record<FlowNode['kind'], string>>> = {
  direct: 'direct, by tags',
  untagged: 'untagged',
  unallocated: 'unallocated',
  apart: 'tax, support, unused',
  nobody: 'nobody',
}

/** Bill → direct, shared, untagged → who carries it. */
export function flowsPart({ flows, scope, currency }: Dashboard): Html {
  const sign = signOf(currency)
  const [first] = flows.columns[0] ?? []
  if (!first || first.amount <= 0) return NOTHING
  const nodes = new Map(placed(flows).map((node) => [node.id, node]))
  const rows = flows.links
    .filter(({ from }) => from !== first.id)
    .map(({ from, to, amount }) => ({
      cells: [html`${titleOf(nodes.get(from)!)}`, html`${titleOf(nodes.get(to)!)}`, figure(amount, sign)],
    }))
  const back =
    flows.givenBack === 0
      ? ''
      : ` ${amountText(flows.givenBack, sign)} of credits and corrections are not drawn.`
  return section(scope.kind === 'all' ? 'From the bill to the teams' : 'From the team to its models', [
    html`<figure class="scroll" role="region" aria-label="Flow of costs" tabindex="0">
<svg class="flow" viewBox="0 0 ${WIDTH} ${heightOf([...nodes.values()])}" role="img" aria-label="Flow of ${amountText(first.amount, sign)}; the table below has the figures">${flows.links.length > 0 ? links(flows, nodes, sign) : NOTHING}${[...nodes.values()].map((node) => nodeOf(node, sign))}</svg>
</figure>
<p class="was">All of the period: it follows no choice.${back}</p>
<details><summary>The figures as a table</summary>${table('Flow of costs', [{ title: 'Through' }, { title: 'To' }, { title: 'Amount', isFigure: true }], rows)}</details>
`,
  ])
}

function placed({ columns }: Flows): readonly Placed[] {
  const total = columns[0]?.[0]?.amount ?? 1
  return columns.flatMap((column, at) => {
    let y = 0
    return column.map((node): Placed => {
      const height = Math.max(THINNEST, (node.amount / total) * HEIGHT)
      const here = { ...node, x: X[at]!, y, height }
      y += Math.max(height, 18) + GAP
      return here
    })
  })
}

const heightOf = (nodes: readonly Placed[]): number =>
  Math.ceil(Math.max(...nodes.map(({ y, height }) => y + Math.max(height, 18)))) + 4

function links({ links: all }: Flows, nodes: ReadonlyMap<string, Placed>, sign: string): readonly Html[] {
  const left = new Map<string, number>()
  const right = new Map<string, number>()
  return all.map(({ from, to, amount }) => {
    const [a, b] = [nodes.get(from)!, nodes.get(to)!]
    const [fromHeight, toHeight] = [(amount / a.amount) * a.height, (amount / b.amount) * b.height]
    const [fromY, toY] = [a.y + (left.get(from) ?? 0), b.y + (right.get(to) ?? 0)]
    left.set(from, fromY - a.y + fromHeight)
    right.set(to, toY - b.y + toHeight)
    const [x1, x2] = [a.x + NODE, b.x]
    const middle = (x1 + x2) / 2
    const path = `M${x1} ${n(fromY)}C${middle} ${n(fromY)} ${middle} ${n(toY)} ${x2} ${n(toY)}V${n(toY + toHeight)}C${middle} ${n(toY + toHeight)} ${middle} ${n(fromY + fromHeight)} ${x1} ${n(fromY + fromHeight)}Z`
    const kind = a.kind === 'bill' ? b.kind : a.kind
    return html`<path d="${path}" class="link ${kind}"><title>${titleOf(a)} → ${titleOf(b)}: ${amountText(amount, sign)}</title></path>`
  })
}

function nodeOf(node: Placed, sign: string): Html {
  const { x, y, height, kind, amount } = node
  const title = titleOf(node)
  const text = title.length > 28 ? `${title.slice(0, 27)}…` : title
  return html`<g><title>${title}</title><rect x="${x}" y="${n(y)}" width="${NODE}" height="${n(height)}" class="${kind}"/><text x="${x + NODE + 6}" y="${n(y + Math.max(height, 18) / 2 + 5)}">${text} ${amountText(amount, sign)}</text></g>`
}

const titleOf = ({ kind, title }: FlowNode): string => WORDS[kind] ?? title

const n = (value: number): string => value.toFixed(1)
