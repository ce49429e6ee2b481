import { string, type Value } from '../../domain/value.ts'
import type { Body } from '../../hcl/syntax.ts'
import { locate, type SourceFile } from '../../source/source-file.ts'
import { attributeNamed, headerOf, rangeIn } from '../configuration/declarations.ts'
import type { ModuleInstance } from './module-instance.ts'
import { guard, settle } from './settle.ts'
import { truth } from './truth.ts'

/**
 * Evaluates the `validation` blocks of a module's variables. A value that one of them refuses is a problem at the place
 * where it is given; it is used all the same, and so is the rest of the configuration.
 */
export function checkVariables(module: ModuleInstance): void {
  const { problems } = module.project
  for (const [name, variable] of module.configuration.variables)
    for (const { type, typeSpan, body } of variable.node.body.blocks) {
      if (type !== 'validation' || holds(body, variable.source, module)) continue
      const value = module.variable(name)
      const { path, line } = locate(rangeIn(variable.source, typeSpan))
      const message = `var.${name} is refused by its validation (${path}:${line})${reason(body, variable.source, module)}`
      problems.add({ severity: 'error', message, range: value.origins?.[0] ?? headerOf(variable) })
    }
}

/** What is not known, or cannot be evaluated, refuses nothing. */
function holds(body: Body, source: SourceFile, module: ModuleInstance): boolean {
  const condition = attributeNamed(body, 'condition')
  if (!condition) return true
  let outcome = true
  guard((): Value => {
    const value = settle(condition.value, module.scope(source), module.project.problems)
    outcome = truth(value, rangeIn(source, condition.value)) !== false
    return value
  }, module.project.problems)
  return outcome
}

function reason(body: Body, source: SourceFile, module: ModuleInstance): string {
  const message = attributeNamed(body, 'error_message')
  const value = message ? settle(message.value, module.scope(source), module.project.problems) : string('')
  if (value.sensitive) return ', with a message that is sensitive'
  return value.kind === 'string' && value.value !== '' ? `: ${value.value.slice(0, MAX_MESSAGE)}` : ''
}

const MAX_MESSAGE = 300
