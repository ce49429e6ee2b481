import type { Measured } from './results.ts'

const WIDTH = 720
const HEIGHT = 420
const LEFT = 64
const RIGHT = 190
const TOP = 24
const BOTTOM = 44
const COLOURS = ['#6b7280', '#2563eb', '#d97706', '#dc2626', '#059669', '#7c3aed', '#0891b2']

/** Seconds by size, both on logarithmic scales: a plot of each task, as SVG. */
export function plot(measured: readonly Measured[]): Readonly<Record<string, string>> {
  return {
    'performance-terraform': figure(
      measured.filter(({ task }) => task === 'terraform'),
      'resources',
    ),
    'performance-manifests': figure(
      measured.filter(({ task }) => task === 'manifests'),
      'Deployments',
    ),
  }
}

function figure(measured: readonly Measured[], what: string): string {
  const sizes = measured.map(({ size }) => Math.log10(size))
  const times = measured.map(({ seconds }) => Math.log10(seconds))
  const [x0, x1] = [Math.floor(Math.min(...sizes)), Math.ceil(Math.max(...sizes))]
  const [y0, y1] = [Math.floor(Math.min(...times)), Math.ceil(Math.max(...times))]
  const x = (size: number) => LEFT + ((Math.log10(size) - x0) / (x1 - x0 || 1)) * (WIDTH - LEFT - RIGHT)
  const y = (seconds: number) =>
    HEIGHT - BOTTOM - ((Math.log10(seconds) - y0) / (y1 - y0 || 1)) * (HEIGHT - TOP - BOTTOM)
  const tools = [...new Set(measured.map(({ tool }) => tool))]
  const lines = tools.map((tool, at) => {
    const points = measured.filter((each) => each.tool === tool).sort((a, b) => a.size - b.size)
    const last = points.at(-1)!
    const colour = COLOURS[at % COLOURS.length]!
    const path = points.map(({ size, seconds }) => `${x(size).toFixed(1)},${y(seconds).toFixed(1)}`).join(' ')
    const dots = points
      .map(
        ({ size, seconds }) =>
          `<circle cx="${x(size).toFixed(1)}" cy="${y(seconds).toFixed(1)}" r="3" fill="${colour}"/>`,
      )
      .join('')
    return `<polyline fill="none" stroke="${colour}" stroke-width="${tool.startsWith('ascribe') ? 3 : 1.5}" points="${path}"/>${dots}<text x="${(x(last.size) + 8).toFixed(1)}" y="${(y(last.seconds) + 4).toFixed(1)}" fill="${colour}">${tool}</text>`
  })
  const across = powers(x0, x1).map(
    (size) =>
      `<text x="${x(size).toFixed(1)}" y="${HEIGHT - BOTTOM + 20}" text-anchor="middle">${size.toLocaleString('en')}</text>`,
  )
  const up = powers(y0, y1).map(
    (seconds) =>
      `<line x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${y(seconds).toFixed(1)}" y2="${y(seconds).toFixed(1)}" stroke="#e5e7eb"/><text x="${LEFT - 8}" y="${(y(seconds) + 4).toFixed(1)}" text-anchor="end">${seconds} s</text>`,
  )
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="system-ui, sans-serif" font-size="12" fill="#374151" role="img" aria-label="Seconds by number of ${what}"><rect width="${WIDTH}" height="${HEIGHT}" fill="#ffffff"/>${up.join('')}${across.join('')}${lines.join('')}<text x="${(LEFT + WIDTH - RIGHT) / 2}" y="${HEIGHT - 6}" text-anchor="middle">${what}</text></svg>\n`
}

const powers = (from: number, to: number): readonly number[] =>
  Array.from({ length: to - from + 1 }, (_, at) => Number(`1e${from + at}`))
