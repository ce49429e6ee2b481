import type { Plain } from '../../domain/plain.ts'
import type { ResourceRef } from '../../domain/value.ts'
import { type ModuleStep, prefixOf } from './plan-address.ts'
import { type PlanConfiguration, referencesOf } from './plan-configuration.ts'
import { member } from './plan-json.ts'

/** References followed for one expression: through variables and outputs, a hostile plan could make them endless. */
const MAX_FOLLOWED = 500
const MAX_REFS = 64

/** Which resources the expressions of a plan refer to in the end, through variables and outputs of modules. */
export class PlanReferences {
  readonly #project: string
  readonly #configuration: PlanConfiguration

  constructor(project: string, configuration: PlanConfiguration) {
    this.#project = project
    this.#configuration = configuration
  }

  /** The resources that an expression in a module refers to. */
  of(expression: Plain | undefined, steps: readonly ModuleStep[]): readonly ResourceRef[] {
    const found = new Map<string, ResourceRef>()
    let followed = 0
    const follow = (reference: string, from: readonly ModuleStep[]): void => {
      if (++followed > MAX_FOLLOWED || found.size >= MAX_REFS) return
      const [root = '', name = ''] = reference.split(/[.[]/)
      if (root === 'var') for (const given of this.#given(name, from)) follow(given, from.slice(0, -1))
      else if (root === 'module') this.#output(reference, from, follow)
      else if (!NAMED.has(root)) {
        const ref = this.#resource(reference, from)
        if (ref) found.set(JSON.stringify(ref), ref)
      }
    }
    for (const reference of mostExact(referencesOf(expression))) follow(reference, steps)
    return [...found.values()]
  }

  /** What the caller gives for a variable of the module. */
  #given(variable: string, steps: readonly ModuleStep[]): readonly string[] {
    const last = steps.at(-1)
    if (!last) return []
    const caller = this.#configuration.module(steps.slice(0, -1))
    return mostExact(
      referencesOf(member(member(this.#configuration.call(caller, last.name), 'expressions'), variable)),
    )
  }

  #output(
    reference: string,
    from: readonly ModuleStep[],
    follow: (reference: string, from: readonly ModuleStep[]) => void,
  ): void {
    const match = OUTPUT.exec(reference)
    if (!match) return
    const into = [...from, { name: match[1]!, key: match[2] ?? '' }]
    const outputs = member(this.#configuration.module(into), 'outputs')
    const expression = member(member(outputs, match[3]!), 'expression')
    for (const inner of mostExact(referencesOf(expression))) follow(inner, into)
  }

  #resource(reference: string, from: readonly ModuleStep[]): ResourceRef | undefined {
    const match = RESOURCE.exec(reference)
    if (!match) return undefined
    const [, block = '', key = '', attribute] = match
    const address = prefixOf(from) + block + key
    return { project: this.#project, address, ...(attribute !== undefined && { attribute }) }
  }
}

/** Roots of references that are no resources. Locals are not in a plan. */
const NAMED: ReadonlySet<string> = new Set([
  'local',
  'each',
  'count',
  'path',
  'terraform',
  'self',
  'data',
  'ephemeral',
])
const KEY = '\\[(?:\\d+|"(?:[^"\\\\]|\\\\.)*")\\]'
const OUTPUT = new RegExp(`^module\\.([^.[]+)(${KEY})?\\.([^.[]+)`)
const RESOURCE = new RegExp(`^([\\w-]+\\.[\\w-]+)(${KEY})?(?:\\.([\\w-]+))?`)

/** A plan lists `a.b.id` and then `a.b`, which says nothing more. */
function mostExact(references: readonly string[]): readonly string[] {
  const longer = new Set<string>()
  for (const reference of references)
    for (let at = reference.length - 1; at > 0; at--)
      if (reference[at] === '.' || reference[at] === '[') longer.add(reference.slice(0, at))
  return [...new Set(references)].filter((reference) => !longer.has(reference))
}
