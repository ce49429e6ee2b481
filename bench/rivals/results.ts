import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { writeBetween } from '../performance-page.ts'

export interface Measured {
  readonly tool: string
  readonly does: string
  readonly task: 'terraform' | 'manifests'
  readonly size: number
  readonly seconds: number
  readonly megabytes: number
}

const DOCS = path.join(import.meta.dirname, '../../docs')

/** Each tool's times by size, and how many times Ascribe's own they are. */
export function tableOf(measured: readonly Measured[]): string {
  return (['terraform', 'manifests'] as const)
    .map((task) =>
      taskTable(
        task,
        measured.filter((each) => each.task === task),
      ),
    )
    .join('\n')
}

function taskTable(task: Measured['task'], measured: readonly Measured[]): string {
  const sizes = [...new Set(measured.map(({ size }) => size))].sort((a, b) => a - b)
  const tools = [...new Set(measured.map(({ tool }) => tool))]
  const of = (tool: string, size: number) => measured.find((each) => each.tool === tool && each.size === size)
  const rows = tools.map((tool) => {
    const cells = sizes.map((size) => {
      const one = of(tool, size)
      const own = of('ascribe check', size)
      if (!one || !own) return '–'
      const ratio = tool === 'ascribe check' ? '' : `, × ${(one.seconds / own.seconds).toPrecision(2)}`
      return `${one.seconds.toFixed(2)} s${ratio}, ${one.megabytes.toFixed(0)} MB`
    })
    return `| ${tool} | ${measured.find((each) => each.tool === tool)!.does} | ${cells.join(' | ')} |`
  })
  const heads = sizes.map(
    (size) => `${size.toLocaleString('en')} ${task === 'terraform' ? 'resources' : 'Deployments'}`,
  )
  return [
    `| ${task === 'terraform' ? 'Terraform' : 'Manifests'} | | ${heads.join(' | ')} |`,
    `| --- | --- |${' ---: |'.repeat(sizes.length)}`,
    ...rows,
    '',
  ].join('\n')
}

/** The slope of a line through the logarithms, by least squares: 1 is linear growth. Without the start of the program. */
export function slopeOf(measured: readonly Measured[]): number | undefined {
  const points = measured.map(({ size, seconds }) => [Math.log10(size), Math.log10(seconds)] as const)
  if (points.length < 2) return undefined
  const mean = (at: 0 | 1) => points.reduce((sum, point) => sum + point[at], 0) / points.length
  const [x, y] = [mean(0), mean(1)]
  const above = points.reduce((sum, point) => sum + (point[0] - x) * (point[1] - y), 0)
  const below = points.reduce((sum, point) => sum + (point[0] - x) ** 2, 0)
  return below === 0 ? undefined : above / below
}

/** Puts the table between its marks of docs/performance.md, and the plots beside it. */
export function writePage(
  table: string,
  plots: Readonly<Record<string, string>>,
  machine: string,
  absent: readonly string[],
): void {
  const left = absent.length === 0 ? '' : ` Not at hand: ${absent.join(', ')}.`
  writeBetween('rivals', `${table}\n${machine}.${left}`)
  for (const [name, svg] of Object.entries(plots))
    writeFileSync(path.join(DOCS, 'images', `${name}.svg`), svg)
}
