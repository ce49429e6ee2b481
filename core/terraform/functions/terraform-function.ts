import type { Value } from '../../domain/value.ts'
import type { SourceFile } from '../../source/source-file.ts'
import type { SourceTree } from '../../source/source-tree.ts'
import type { Type } from '../types/type.ts'

/** What functions may reach beyond their arguments. */
export interface FunctionContext {
  readonly tree: SourceTree
  /**
   * The directory, in the tree, that relative paths start from: where Terraform would run, that is the root module's.
   * `path.root` is then `.`, and `path.module` the way from here to the module (`modules/vpc`, `../../modules/vpc`).
   */
  readonly directory: string
  /** Evaluates a template of `templatefile` or `templatestring`; the evaluator's part. */
  evaluateTemplate(file: SourceFile, variables: ReadonlyMap<string, Value>): Value
  /** Decodes a text, or remembers what it was decoded to. */
  decodeYaml(text: string, decode: (text: string) => Value): Value
}

/**
 * One function. `callFunction` has converted the arguments to the parameters' types, refused nulls, and answered for
 * unknown arguments, so that `call` only meets what its parameters admit. It throws `ArgumentError` for wrong use.
 */
export interface TerraformFunction {
  readonly parameters: readonly Parameter[]
  /** Takes the arguments after those of `parameters`, however many. */
  readonly rest?: Parameter
  /**
   * `made`: the result is made of everything in the arguments, so it is as sensitive as any part of them and refers to
   * what they refer to. `picked`: it consists of parts of the arguments, each keeping its own marks and references.
   * `unmarked`: as `picked`, but a sensitive argument does not make it sensitive.
   */
  readonly result: 'made' | 'picked' | 'unmarked'
  readonly call: (args: readonly Value[], context: FunctionContext) => Value
}

export interface Parameter {
  readonly name: string
  readonly type: Type
  /** May be null. */
  readonly nullable?: true
  /**
   * The function itself says what comes of an argument that is unknown (`whole`) or unknown in some part (`parts`).
   * Otherwise such an argument makes the result unknown, for the argument's reason.
   */
  readonly unknown?: 'whole' | 'parts'
}

/** Wrong use of a function, in Terraform's words; `callFunction` returns it as an error. */
export class ArgumentError extends Error {
  /** The parameter whose argument is wrong, where it is one. */
  readonly parameter: string | undefined

  constructor(message: string, parameter?: string) {
    super(message)
    this.parameter = parameter
  }
}
