import { Lexer } from 'yaml'
import { splitDocuments } from './split-documents.ts'

/** A comment of a YAML text, and the document that it is in; one before the first is the first's. */
export interface YamlComment {
  /** From `#` to the end of the line. */
  readonly text: string
  readonly start: number
  readonly end: number
  readonly document: { readonly start: number; readonly end: number } | undefined
}

/** What the lexer says about a text, and is no part of it. */
const CONTROL = /^[\x02\x18\x1f]$/
/** Of these, what says that the next token is a scalar, which may begin with `#` as well. */
const SCALAR = '\x1f'

/** All comments of a text, in its order: what looks like one within a quoted or a block text is none. */
export function yamlComments(text: string): readonly YamlComment[] {
  const documents = splitDocuments(text)
  const comments: YamlComment[] = []
  let at = 0
  let next = 0
  let before = ''
  for (const token of new Lexer().lex(text)) {
    const isScalar = before === SCALAR
    before = token
    if (CONTROL.test(token)) continue
    const start = at
    at += token.length
    if (isScalar || !token.startsWith('#')) continue
    while (documents[next] && documents[next]!.end <= start) next++
    comments.push({ text: token, start, end: at, document: documents[next] })
  }
  return comments
}
