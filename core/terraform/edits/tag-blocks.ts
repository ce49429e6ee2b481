import type { Block, Body, HclFile } from '../../hcl/syntax.ts'
import type { Entries } from './entries.ts'
import { indentAt, isOneLine, lineBreakOf, lineEnd, stepOf } from './lines.ts'
import { keyText, type Piece, stringContent } from './piece.ts'
import type { SourceEdit } from './source-edit.ts'

/** Blocks that come last by convention. */
const LAST = new Set(['lifecycle', 'timeouts'])

/** Writes a block of `key` and `value` for each tag, behind those of its kind; `extra` are further arguments. */
export function tagBlocks(
  file: HclFile,
  body: Body,
  type: string,
  entries: Entries,
  extra: readonly (readonly [name: string, value: string])[],
): readonly SourceEdit[] | undefined {
  if (body.end <= body.start || isOneLine(file, body)) return undefined
  const own = body.blocks.filter((block) => isOf(block, type))
  const others = [...body.attributes, ...body.blocks.filter((block) => !LAST.has(block.type))]
  const anchor = own.at(-1)?.end ?? Math.max(body.start + 1, ...others.map(({ end }) => end))
  const indent = own[0] ? indentAt(file, own[0].start) : indentAt(file, body.start) + stepOf(file)
  const at = lineEnd(file, anchor)
  const lineBreak = lineBreakOf(file)
  const lead = others.length > 0 ? lineBreak : ''
  const pieces = entries.flatMap(([key, value], index) => [
    index === 0 ? lead : lineBreak,
    ...blockPieces(type, key, value, extra, { indent, step: stepOf(file), lineBreak }),
  ])
  const after = /^\r?\n[ \t]*[^\s}]/.test(file.source.text.slice(at)) ? [lineBreak] : []
  return [{ path: file.source.path, start: at, end: at, pieces: [...pieces, ...after] }]
}

function blockPieces(
  type: string,
  key: string,
  value: Entries[number][1],
  extra: readonly (readonly [string, string])[],
  { indent, step, lineBreak }: { readonly indent: string; readonly step: string; readonly lineBreak: string },
): readonly Piece[] {
  const width = Math.max('value'.length, ...extra.map(([name]) => name.length))
  const line = (name: string) => `${lineBreak}${indent}${step}${name.padEnd(width)} = `
  return [
    `${lineBreak}${indent}${keyText(type, false)} {`,
    `${line('key')}"${stringContent(key)}"`,
    `${line('value')}"`,
    { value },
    '"',
    ...extra.map(([name, text]) => line(name) + text),
    `${lineBreak}${indent}}`,
  ]
}

/** `tag { … }`, or the `dynamic "tag"` that makes them. */
function isOf({ type, labels }: Block, wanted: string): boolean {
  return type === wanted || (type === 'dynamic' && labels[0]?.value === wanted)
}
