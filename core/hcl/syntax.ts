import type { Problem } from '../source/problem.ts'
import type { SourceFile } from '../source/source-file.ts'

/**
 * The syntax tree of an HCL file. One tree serves evaluation, the editor and edits: every node knows its place in
 * the text (UTF-16 offsets, end exclusive), comments are kept, and what cannot be read is an `error` node among
 * nodes that can. Positions are plain numbers; `Range` objects are made where somebody wants one.
 */
export interface HclFile {
  readonly source: SourceFile
  readonly body: Body
  readonly comments: readonly Comment[]
  readonly problems: readonly Problem[]
}

export interface Span {
  readonly start: number
  readonly end: number
}

export interface Comment extends Span {
  /** `#…` and `//…` without the line break, `/*…* /` whole. */
  readonly text: string
}

/** What a file or a block holds, in the order written. A block's body spans its braces; where they are missing it is empty. */
export interface Body extends Span {
  readonly attributes: readonly Attribute[]
  readonly blocks: readonly Block[]
}

/** `name = value` */
export interface Attribute extends Span {
  readonly name: string
  readonly nameSpan: Span
  readonly value: Expression
  /** Set where an override file brought it: the file it stands in, which is not that of the block around it. */
  readonly source?: SourceFile
}

/** `type "label" { … }` */
export interface Block extends Span {
  readonly type: string
  readonly typeSpan: Span
  readonly labels: readonly Label[]
  readonly body: Body
  /** As of an attribute. */
  readonly source?: SourceFile
}

export interface Label extends Span {
  readonly value: string
}

export type Expression =
  | LiteralExpression
  | TemplateExpression
  | VariableExpression
  | AttributeAccess
  | IndexAccess
  | SplatExpression
  | CallExpression
  | ConditionalExpression
  | BinaryExpression
  | UnaryExpression
  | TupleExpression
  | ObjectExpression
  | ForExpression
  | ParenthesizedExpression
  | ErrorExpression

export interface LiteralExpression extends Span {
  readonly kind: 'literal'
  readonly value: number | boolean | null
  /** The digits as written, where a double cannot hold the number. */
  readonly digits?: string
}

/**
 * A quoted string, a heredoc or a template file. A plain string has at most one part, a text. A template that is one
 * interpolation and nothing else has the value and type of its expression.
 */
export interface TemplateExpression extends Span {
  readonly kind: 'template'
  readonly form: 'quoted' | 'heredoc' | 'file'
  readonly parts: readonly TemplatePart[]
}

/** Escapes, `~` strip markers and heredoc flushing (`<<-`) are already applied to texts. */
export type TemplatePart = TemplateText | TemplateInterpolation | TemplateIf | TemplateFor

export interface TemplateText extends Span {
  readonly kind: 'text'
  readonly value: string
}
export interface TemplateInterpolation extends Span {
  readonly kind: 'interpolation'
  readonly expression: Expression
}
export interface TemplateIf extends Span {
  readonly kind: 'if'
  readonly condition: Expression
  readonly then: readonly TemplatePart[]
  readonly otherwise: readonly TemplatePart[]
}
export interface TemplateFor extends Span {
  readonly kind: 'for'
  readonly keyName: string | undefined
  readonly valueName: string
  readonly collection: Expression
  readonly body: readonly TemplatePart[]
}

/** The root of a traversal: `var`, `local`, `each`, `aws_instance`, a `for` variable. */
export interface VariableExpression extends Span {
  readonly kind: 'variable'
  readonly name: string
}
/** `object.name`; legacy `object.0` is an index access with a literal key. */
export interface AttributeAccess extends Span {
  readonly kind: 'attribute'
  readonly object: Expression
  readonly name: string
  readonly nameSpan: Span
}
export interface IndexAccess extends Span {
  readonly kind: 'index'
  readonly object: Expression
  readonly key: Expression
}
/** `object.*.a.b` (style `attribute`) or `object[*].a[0].b` (style `full`), with what follows applied to each. */
export interface SplatExpression extends Span {
  readonly kind: 'splat'
  readonly style: 'attribute' | 'full'
  readonly object: Expression
  readonly each: readonly SplatStep[]
}
export type SplatStep =
  | (Span & { readonly kind: 'attribute'; readonly name: string })
  | (Span & { readonly kind: 'index'; readonly key: Expression })
  /** A further splat inside: `a[*].b[*].c`. What it yields for one item is a tuple, to which later steps apply. */
  | (Span & {
      readonly kind: 'splat'
      readonly style: 'attribute' | 'full'
      readonly each: readonly SplatStep[]
    })

export interface CallExpression extends Span {
  readonly kind: 'call'
  /** `merge`, or with its namespace `provider::aws::arn_parse` */
  readonly name: string
  readonly nameSpan: Span
  readonly args: readonly Expression[]
  /** The last argument is followed by `...`. */
  readonly expandFinal: boolean
}
export interface ConditionalExpression extends Span {
  readonly kind: 'conditional'
  readonly condition: Expression
  readonly then: Expression
  readonly otherwise: Expression
}
export type BinaryOperator = '||' | '&&' | '==' | '!=' | '<' | '>' | '<=' | '>=' | '+' | '-' | '*' | '/' | '%'
export interface BinaryExpression extends Span {
  readonly kind: 'binary'
  readonly operator: BinaryOperator
  readonly left: Expression
  readonly right: Expression
}
export interface UnaryExpression extends Span {
  readonly kind: 'unary'
  readonly operator: '!' | '-'
  readonly operand: Expression
}
export interface TupleExpression extends Span {
  readonly kind: 'tuple'
  readonly items: readonly Expression[]
}
export interface ObjectExpression extends Span {
  readonly kind: 'object'
  readonly items: readonly ObjectItem[]
}
export interface ObjectItem extends Span {
  /** A bare word is a `name`; `(expr)`, `"…"` and other forms are expressions. */
  readonly key: Expression | ObjectKeyName
  readonly value: Expression
}
export interface ObjectKeyName extends Span {
  readonly kind: 'name'
  readonly name: string
}
/** `[for k, v in c : value if condition]` or `{for k, v in c : key => value... if condition}` */
export interface ForExpression extends Span {
  readonly kind: 'for'
  readonly keyName: string | undefined
  readonly valueName: string
  readonly collection: Expression
  /** Set for the object form. */
  readonly key: Expression | undefined
  readonly value: Expression
  readonly condition: Expression | undefined
  /** The object form's `...` after the value. */
  readonly grouping: boolean
}
export interface ParenthesizedExpression extends Span {
  readonly kind: 'parentheses'
  readonly expression: Expression
}
/** What could not be read; its problem is among the file's. */
export interface ErrorExpression extends Span {
  readonly kind: 'error'
  readonly message: string
}
