import { string, type Value } from '../../domain/value.ts'
import type { CallExpression, Expression } from '../../hcl/syntax.ts'
import { directoryOf, resolvePath } from '../../source/source-tree.ts'
import { evaluate, rangeOf } from './evaluate.ts'
import type { Scope } from './scope.ts'

/**
 * The folder that `basename(…)` names, where its argument is a place in the repository: `path.cwd`, `abspath(…)`, and
 * what `dirname` makes of them. The whole path depends on the machine, but a folder in the repository has its name
 * there. Undefined for anything else, and for the repository's own folder, whose name is not in it.
 */
export function folderName({ args, start, end }: CallExpression, scope: Scope): Value | undefined {
  const [argument, ...more] = args
  const place = argument && more.length === 0 ? placeOf(argument, scope) : undefined
  // What a tool lays out beside the user's folders need not lie there where Terraform runs.
  if (!place || place.path.split('/').some((name) => name === '' || name.startsWith('.'))) return undefined
  if (place.rests) scope.module.assume(STARTED_IN_THE_ROOT)
  const name = place.path.slice(place.path.lastIndexOf('/') + 1)
  return { ...string(name), origins: [rangeOf({ start, end }, scope)] }
}

/** With `-chdir` from elsewhere, `path.cwd` is that other folder. */
const STARTED_IN_THE_ROOT =
  "Terraform is started in its root module's folder, which gives `path.cwd` its name; with -chdir it is another"

interface Place {
  /** From the tree's root. */
  readonly path: string
  /** Whether it rests on where Terraform is started. */
  readonly rests: boolean
}

function placeOf(expression: Expression, scope: Scope): Place | undefined {
  switch (expression.kind) {
    case 'parentheses':
      return placeOf(expression.expression, scope)
    case 'template': {
      const [only, ...more] = expression.parts
      return only?.kind === 'interpolation' && more.length === 0 ? placeOf(only.expression, scope) : undefined
    }
    case 'attribute':
      return isWorkingDirectory(expression) ? { path: scope.module.rootFolder, rests: true } : undefined
    case 'call': {
      const [argument, ...more] = expression.args
      if (!argument || more.length > 0) return undefined
      if (expression.name === 'abspath') return absolute(argument, scope)
      const inner = expression.name === 'dirname' ? placeOf(argument, scope) : undefined
      return inner && inner.path !== '' ? { ...inner, path: directoryOf(inner.path) } : undefined
    }
    default:
      return undefined
  }
}

function isWorkingDirectory({ object, name }: Extract<Expression, { kind: 'attribute' }>): boolean {
  return name === 'cwd' && object.kind === 'variable' && object.name === 'path'
}

/** Relative paths start in the root module's folder: Terraform is there, by itself or with `-chdir`. */
function absolute(argument: Expression, scope: Scope): Place | undefined {
  const value = evaluate(argument, scope)
  const path = value.kind === 'string' ? resolvePath(scope.module.rootFolder, value.value) : undefined
  return path === undefined ? undefined : { path, rests: false }
}
