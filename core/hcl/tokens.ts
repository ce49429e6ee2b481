/**
 * Kinds of tokens. A single punctuation character is its own character code; everything else lies above ASCII. All
 * kinds fit a table of `KINDS` entries.
 */
export const END: number = 0
export const NEWLINE: number = 0x0a
export const BANG: number = 0x21
export const QUOTE: number = 0x22
export const PERCENT: number = 0x25
export const OPEN_PAREN: number = 0x28
export const CLOSE_PAREN: number = 0x29
export const STAR: number = 0x2a
export const PLUS: number = 0x2b
export const COMMA: number = 0x2c
export const MINUS: number = 0x2d
export const DOT: number = 0x2e
export const SLASH: number = 0x2f
export const COLON: number = 0x3a
export const LESS: number = 0x3c
export const EQUAL: number = 0x3d
export const GREATER: number = 0x3e
export const QUESTION: number = 0x3f
export const OPEN_BRACKET: number = 0x5b
export const CLOSE_BRACKET: number = 0x5d
export const OPEN_BRACE: number = 0x7b
export const CLOSE_BRACE: number = 0x7d

export const IDENTIFIER: number = 0x80
export const NUMBER: number = 0x81
/** `<<EOT` or `<<-EOT` with its line break. */
export const HEREDOC: number = 0x82
export const EQUAL_EQUAL: number = 0x83
export const NOT_EQUAL: number = 0x84
export const LESS_EQUAL: number = 0x85
export const GREATER_EQUAL: number = 0x86
export const AND: number = 0x87
export const OR: number = 0x88
export const DOUBLE_COLON: number = 0x89
export const ELLIPSIS: number = 0x8a
export const ARROW: number = 0x8b
/** `~}`, which ends a template sequence and strips the blanks after it. */
export const STRIP_CLOSE: number = 0x8c
/** A character that HCL does not know. */
export const INVALID: number = 0x8d
/** Not a token: reading has failed here, and everything unwinds to where it can go on. */
export const STOP: number = 0x8e

export const KINDS: number = 0x90

/** Whether an expression may end before such a token. */
export function followsExpression(kind: number): boolean {
  switch (kind) {
    case END:
    case NEWLINE:
    case CLOSE_PAREN:
    case CLOSE_BRACKET:
    case CLOSE_BRACE:
    case STRIP_CLOSE:
    case COMMA:
      return true
    default:
      return false
  }
}
