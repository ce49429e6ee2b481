/** Text in place of a stretch of another, in UTF-16 offsets; an insertion where `start` is `end`. */
export interface TextEdit {
  readonly start: number
  readonly end: number
  readonly text: string
}

type Piece =
  | { readonly kind: 'kept'; readonly start: number; readonly end: number }
  | { readonly kind: 'new'; readonly text: string }

/** A text that is edited again and again, and still knows what it was made of. */
export interface FixedText {
  readonly original: string
  readonly pieces: readonly Piece[]
}

export function unfixed(original: string): FixedText {
  return { original, pieces: [{ kind: 'kept', start: 0, end: original.length }] }
}

export function textOf({ original, pieces }: FixedText): string {
  return pieces
    .map((piece) => (piece.kind === 'new' ? piece.text : original.slice(piece.start, piece.end)))
    .join('')
}

/** With further edits of the text as it is now; they are in order and do not meet. */
export function edited(fixed: FixedText, edits: readonly TextEdit[]): FixedText {
  const pieces: Piece[] = []
  let at = 0
  const rest = [...fixed.pieces].reverse()
  /** Moves on to an offset of the present text, keeping what is passed or leaving it out. */
  const pass = (to: number, isKept: boolean) => {
    while (at < to) {
      const piece = rest.pop()
      if (!piece) return
      const [head, tail] = split(piece, to - at)
      if (tail) rest.push(tail)
      if (isKept) pieces.push(head)
      at += lengthOf(head)
    }
  }
  for (const { start, end, text } of edits) {
    pass(start, true)
    pass(end, false)
    if (text !== '') pieces.push({ kind: 'new', text })
  }
  return { original: fixed.original, pieces: [...pieces, ...rest.reverse()] }
}

function lengthOf(piece: Piece): number {
  return piece.kind === 'new' ? piece.text.length : piece.end - piece.start
}

function split(piece: Piece, at: number): readonly [Piece, Piece | undefined] {
  if (lengthOf(piece) <= at) return [piece, undefined]
  if (piece.kind === 'new')
    return [
      { kind: 'new', text: piece.text.slice(0, at) },
      { kind: 'new', text: piece.text.slice(at) },
    ]
  return [
    { ...piece, end: piece.start + at },
    { ...piece, start: piece.start + at },
  ]
}

/** What was done, as edits of the original: in order, none meeting another. */
export function editsOf({ original, pieces }: FixedText): readonly TextEdit[] {
  const edits: TextEdit[] = []
  let at = 0
  let text = ''
  const close = (to: number) => {
    if (to > at || text !== '') edits.push({ start: at, end: to, text })
    text = ''
  }
  for (const piece of pieces) {
    if (piece.kind === 'new') text += piece.text
    else if (piece.end > piece.start) {
      close(piece.start)
      at = piece.end
    }
  }
  close(original.length)
  return edits
}
