/** A part of a program: how many samples were taken in it, or in what it called. */
export interface Box {
  readonly name: string
  hits: number
  readonly below: Map<string, Box>
}

const WIDTH = 1200
const ROW = 18
/** Narrower boxes would be lines. */
const LEAST_WIDTH = 3
const CHARACTER = 6.6

/** A flame graph as SVG, the caller above what it called. */
export function drawn(whole: Box, title: string): string {
  const parts: string[] = []
  let depth = 0
  const draw = ({ name, hits, below }: Box, left: number, row: number): void => {
    const width = (WIDTH * hits) / whole.hits
    if (width < LEAST_WIDTH) return
    depth = Math.max(depth, row + 1)
    const share = `${name}, ${((100 * hits) / whole.hits).toFixed(1)} %`
    const label =
      share.length * CHARACTER < width - 6 ? share : name.length * CHARACTER < width - 6 ? name : ''
    const hue = name.startsWith('package') ? 210 : name.startsWith('collection') ? 0 : 35
    parts.push(
      `<g><title>${share}</title><rect x="${left.toFixed(1)}" y="${row * ROW}" width="${Math.max(width - 1, 1).toFixed(1)}" height="${ROW - 1}" fill="hsl(${hue} 70% ${78 - (row % 3) * 5}%)"/>` +
        (label ? `<text x="${(left + 4).toFixed(1)}" y="${row * ROW + 13}">${label}</text>` : '') +
        '</g>',
    )
    let at = left
    for (const box of [...below.values()].sort((a, b) => b.hits - a.hits)) {
      draw(box, at, row + 1)
      at += (WIDTH * box.hits) / whole.hits
    }
  }
  draw(whole, 0, 0)
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${depth * ROW}" font-family="ui-monospace, monospace" font-size="11" role="img" aria-label="${title}">
<rect width="100%" height="100%" fill="#fff"/>
${parts.join('\n')}
</svg>
`
}
