import type { ModuleCall, Resource } from '../../domain/resource.ts'
import { type Range, SourceFile } from '../../source/source-file.ts'
import { resolvePath } from '../../source/source-tree.ts'
import type { ConfigurationLoader } from '../configuration/configuration-loader.ts'
import { attributeNamed, headerOf, literalText } from '../configuration/declarations.ts'
import { isLocalSource } from '../configuration/discover-roots.ts'
import { type ModuleStep, moduleSteps, prefixOf } from './plan-address.ts'

/** Where the configuration has what a plan names, and what it makes of it. */
export interface Place {
  readonly range: Range
  readonly moduleCalls: readonly ModuleCall[]
  /** The same resource as the files alone say it. */
  readonly evaluated: Resource | undefined
}

/** Finds planned resources again in the files they were planned from; where these are not there, in the plan. */
export class PlanPlaces {
  readonly #inPlan: Range
  readonly #loader: ConfigurationLoader
  readonly #root: string
  readonly #evaluated: ReadonlyMap<string, Resource>
  /** Those that stand for an unknown number of instances, by their address without instance keys. */
  readonly #standIns: ReadonlyMap<string, Resource>

  constructor(plan: SourceFile, loader: ConfigurationLoader, root: string, evaluated: readonly Resource[]) {
    this.#inPlan = atPlan(plan)
    this.#loader = loader
    this.#root = root
    this.#evaluated = new Map(evaluated.map((resource) => [resource.address, resource]))
    const standIns = evaluated.filter(({ address }) => address.includes('[*]'))
    this.#standIns = new Map(standIns.map((resource) => [withoutKeys(resource.address), resource]))
  }

  of(address: string): Place {
    const evaluated = this.#evaluated.get(address) ?? this.#standIns.get(withoutKeys(address))
    if (evaluated) return { range: evaluated.range, moduleCalls: evaluated.moduleCalls, evaluated }
    return { ...this.#walk(moduleSteps(address), withoutKeys(address)), evaluated: undefined }
  }

  /** As far into the modules as they can be read: their calls, and the block or else the last call. */
  #walk(steps: readonly ModuleStep[], block: string): Pick<Place, 'range' | 'moduleCalls'> {
    const moduleCalls: ModuleCall[] = []
    let directory: string | undefined = this.#root
    for (const [index, { name }] of steps.entries()) {
      const call = directory === undefined ? undefined : this.#loader.module(directory)?.calls.get(name)
      if (!call) break
      const address = prefixOf(steps.slice(0, index + 1)).slice(0, -1)
      moduleCalls.push({ address, range: headerOf(call) })
      const source = attributeNamed(call.node.body, 'source')
      const local: string | undefined = source && literalText(source.value)
      directory = local !== undefined && isLocalSource(local) ? resolvePath(directory!, local) : undefined
    }
    const configuration = directory === undefined ? undefined : this.#loader.module(directory)
    const found =
      moduleCalls.length === steps.length ? configuration?.resources.get(lastTwo(block)) : undefined
    return {
      range: found ? headerOf(found) : (moduleCalls.at(-1)?.range ?? this.#inPlan),
      moduleCalls,
    }
  }
}

/** The plan as a place. Its text is on one line with every secret in it, so that no report may quote from it. */
export function atPlan({ path }: SourceFile): Range {
  return { source: new SourceFile(path, ''), start: 0, end: 0 }
}

function lastTwo(address: string): string {
  return address.split('.').slice(-2).join('.')
}

/** `module.a["x"].aws_instance.gpu[0]` → `module.a.aws_instance.gpu` */
function withoutKeys(address: string): string {
  return address.replace(/\[(?:\d+|\*|"(?:[^"\\]|\\.)*")\]/g, '')
}
