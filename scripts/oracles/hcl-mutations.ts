export interface Mutation {
  /** What was done, and where. */
  readonly what: string
  readonly text: string
}

/** Characters that mean something in HCL, so that putting them elsewhere is likely to. */
const telling = [
  ...'{}[]()"$%~\\,=:.?*-+!<>&|#/\n\r @;\'',
  '${',
  '%{',
  '<<EOT\n',
  '...',
  '=>',
  '/*',
  '*/',
  '::',
  'for ',
  'é',
  '0',
  'x',
]

/** One random edit: a slice or a line removed, doubled or moved, a character put in or replaced. */
export function mutate(text: string, random: () => number): Mutation {
  const pick = (size: number) => Math.floor(random() * size)
  const at = pick(text.length + 1)
  const end = Math.min(text.length, at + 1 + pick(random() < 0.8 ? 4 : 200))
  const token = telling[pick(telling.length)]!
  switch (pick(6)) {
    case 0:
      return { what: `remove ${at}-${end}`, text: text.slice(0, at) + text.slice(end) }
    case 1:
      return {
        what: `insert ${JSON.stringify(token)} at ${at}`,
        text: text.slice(0, at) + token + text.slice(at),
      }
    case 2:
      return {
        what: `replace ${at} by ${JSON.stringify(token)}`,
        text: text.slice(0, at) + token + text.slice(at + 1),
      }
    case 3:
      return { what: `double ${at}-${end}`, text: text.slice(0, end) + text.slice(at) }
    case 4: {
      const lines = text.split('\n')
      const line = pick(lines.length)
      return { what: `remove line ${line + 1}`, text: lines.toSpliced(line, 1).join('\n') }
    }
    default: {
      // Among the structural characters, where edits hurt most.
      const places = [...text.matchAll(/[{}[\]()"$%=,\n<]/g)].map((match) => match.index)
      const place = places[pick(places.length)] ?? 0
      return { what: `remove character ${place}`, text: text.slice(0, place) + text.slice(place + 1) }
    }
  }
}

/** Numbers in [0, 1), the same for the same seed (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
