import { inOrder, isChosen, plainText, type SourceEdit, snippetText } from '../terraform/edits/index.ts'

/** One replacement in a file. */
export interface TagEdit {
  readonly path: string
  /** UTF-16 offsets, end exclusive. */
  readonly range: { readonly start: number; readonly end: number }
  /** In the snippet syntax of the Language Server Protocol where `isSnippet`. */
  readonly newText: string
  readonly isSnippet: boolean
  /** The same with the first choices in place. */
  readonly plainText: string
}

/** A way to bring tags to a resource, tried on a copy of the files before it is offered. */
export interface TagFix {
  /** e.g. `Add "team", "model_id" to aws_instance.train` */
  readonly title: string
  readonly edits: readonly TagEdit[]
  readonly isPreferred: boolean
}

/** In the order of the text, with consecutive tab stops. */
export function shown(edits: readonly SourceEdit[]): readonly TagEdit[] {
  let stop = 1
  return inOrder(edits).map(({ path, start, end, pieces }) => {
    const isSnippet = isChosen(pieces)
    const plain = plainText(pieces)
    const newText = isSnippet ? snippetText(pieces, stop) : plain
    stop += pieces.filter((piece) => typeof piece !== 'string').length
    return { path, range: { start, end }, newText, isSnippet, plainText: plain }
  })
}

/**
 * The edits of several fixes at once. A fix that wants another text where one before it writes is left out; asking
 * again after these are applied offers it anew.
 */
export function combined(fixes: readonly Pick<TagFix, 'edits'>[]): readonly TagEdit[] {
  const taken: TagEdit[] = []
  for (const { edits } of fixes) {
    const fresh = edits.filter((edit) => !taken.some((other) => isSameEdit(edit, other)))
    if (!fresh.some((edit) => taken.some((other) => meets(edit, other)))) taken.push(...fresh)
  }
  return taken
}

function isSameEdit(a: TagEdit, b: TagEdit): boolean {
  return (
    a.path === b.path &&
    a.range.start === b.range.start &&
    a.range.end === b.range.end &&
    a.newText === b.newText
  )
}

/** Two insertions at one place meet as well: which comes first would be chance. */
function meets(a: TagEdit, b: TagEdit): boolean {
  return a.path === b.path && a.range.start <= b.range.end && b.range.start <= a.range.end
}
