import { MAX_NESTING, type Parser } from './parser.ts'
import type { TemplatePart, TemplateText } from './syntax.ts'
import type { DirectivePiece, TemplatePiece } from './template-scanner.ts'

type Opening = Extract<DirectivePiece, { kind: 'if' | 'for' }>

interface Open {
  readonly opening: Opening
  readonly body: TemplatePart[]
  readonly otherwise: TemplatePart[]
  inOtherwise: boolean
}

/** Pairs `%{if}` … `%{else}` … `%{endif}` and `%{for}` … `%{endfor}`, and joins texts that lie side by side. */
export function nestDirectives(p: Parser, pieces: readonly TemplatePiece[]): TemplatePart[] {
  const parts: TemplatePart[] = []
  const open: Open[] = []
  let current = parts
  let deepest = 0
  const close = (end: number) => {
    const { opening, body: then, otherwise } = open.pop()!
    const outer = open.at(-1)
    current = outer === undefined ? parts : outer.inOtherwise ? outer.otherwise : outer.body
    if (opening.kind === 'if') current.push({ ...opening, then, otherwise, end })
    else current.push({ ...opening, body: then, end })
  }
  for (const piece of pieces) {
    const innermost = open.at(-1)
    switch (piece.kind) {
      case 'text':
        addText(current, piece)
        break
      case 'interpolation':
        current.push(piece)
        break
      case 'if':
      case 'for':
        if (p.depth + open.length >= MAX_NESTING) {
          p.problem(`directives nested more than ${MAX_NESTING} levels deep`, piece.start, piece.end)
          break
        }
        open.push({ opening: piece, body: [], otherwise: [], inOtherwise: false })
        deepest = Math.max(deepest, open.length)
        current = open.at(-1)!.body
        break
      case 'else':
        if (innermost?.opening.kind === 'if' && !innermost.inOtherwise) {
          innermost.inOtherwise = true
          current = innermost.otherwise
        } else p.problem('"%{ else }" belongs once into "%{ if … }"', piece.start, piece.end)
        break
      default:
        if (innermost?.opening.kind === (piece.kind === 'endif' ? 'if' : 'for')) close(piece.end)
        else reportUnpaired(p, piece, innermost?.opening)
    }
  }
  while (open.length > 0) {
    const { opening } = open.at(-1)!
    p.problem(
      `"%{ ${opening.kind} … }" is not ended, expected "%{ end${opening.kind} }"`,
      opening.start,
      opening.end,
    )
    close(pieces.at(-1)!.end)
  }
  p.height += deepest
  return parts
}

function reportUnpaired(p: Parser, piece: DirectivePiece, opening: Opening | undefined): void {
  const expected = opening === undefined ? 'nothing that it could end' : `"%{ end${opening.kind} }"`
  p.problem(`unexpected "%{ ${piece.kind} }", expected ${expected}`, piece.start, piece.end)
}

function addText(parts: TemplatePart[], text: TemplateText): void {
  const before = parts.at(-1)
  if (before?.kind !== 'text') parts.push(text)
  else parts[parts.length - 1] = { ...before, value: before.value + text.value, end: text.end }
}
