import type { Attribute, Block, Body, Expression, HclFile } from '../../hcl/syntax.ts'
import { ProblemLog } from '../../source/problem-log.ts'
import { directoryOf } from '../../source/source-tree.ts'
import { attributeNamed } from '../configuration/declarations.ts'
import { readVariableFiles } from '../configuration/variable-files.ts'
import { intoAttribute, newAttribute } from './into-attribute.ts'
import { blockAt, isEditable, type Place, type PlaceRequest } from './place.ts'

/** Further references than this away from the resource, nobody looks for its tags. */
const MAX_STEPS = 4

/** An expression, and how many module calls deep it stands. */
interface Standing {
  readonly expression: Expression
  readonly directory: string
  readonly level: number
}

/** What the resource's tags are made of: locals, arguments of module calls, variables. Nearest first. */
export function sharedPlaces(request: PlaceRequest, block: Block): readonly Place[] {
  const { resource, placement } = request
  const [name, ...deeper] = placement.path
  const written = name !== undefined && deeper.length === 0 ? attributeNamed(block.body, name) : undefined
  if (!written) return []
  const places = new Map<string, Place>()
  let standing: readonly Standing[] = [
    {
      expression: written.value,
      directory: directoryOf(resource.range.source.path),
      level: resource.moduleCalls.length,
    },
  ]
  for (let step = 0; step < MAX_STEPS && standing.length > 0; step++)
    standing = standing.flatMap((at) =>
      references(at.expression).flatMap(({ root, name }) => {
        const found = root === 'local' ? local(request, at, name) : variable(request, at, name)
        if (!found) return []
        const key = `${found.path}:${found.start}`
        if (places.has(key)) return []
        if (found.place) places.set(key, found.place)
        return found.next ? [found.next] : []
      }),
    )
  return [...places.values()]
}

/** A place that a reference leads to, and where its value stands. */
interface Found {
  readonly path: string
  readonly start: number
  /** Undefined where it is not in a file of the user. */
  readonly place: Place | undefined
  readonly next: Standing | undefined
}

interface SharedReference {
  readonly root: 'local' | 'var'
  readonly name: string
}

/** The locals and variables that a map is, or is merged of. */
function references(expression: Expression): readonly SharedReference[] {
  switch (expression.kind) {
    case 'parentheses':
      return references(expression.expression)
    case 'call':
      return expression.name === 'merge' ? expression.args.flatMap(references) : []
    case 'attribute': {
      const { object, name } = expression
      if (object.kind !== 'variable') return []
      return object.name === 'local' || object.name === 'var' ? [{ root: object.name, name }] : []
    }
    default:
      return []
  }
}

function local({ loader }: PlaceRequest, { directory, level }: Standing, name: string): Found | undefined {
  const located = loader.module(directory)?.locals.get(name)
  const file = located && loader.file(located.source.path)
  const body = file?.body.blocks.find(
    ({ start, end }) => start <= located!.node.start && located!.node.end <= end,
  )?.body
  if (!located || !file || !body) return undefined
  return existing(file, body, located.node, `local.${name}`, { directory, level })
}

function variable(request: PlaceRequest, standing: Standing, name: string): Found | undefined {
  return standing.level > 0 ? argument(request, standing, name) : rootVariable(request, standing, name)
}

/** `tags = …` of the module block that calls the module. */
function argument({ loader, resource }: PlaceRequest, { level }: Standing, name: string): Found | undefined {
  const call = resource.moduleCalls[level - 1]!
  const found = blockAt(loader, call.range)
  if (!found) return undefined
  const { file, block } = found
  const title = `"${name}" of ${call.address}`
  const caller = { directory: directoryOf(file.source.path), level: level - 1 }
  const written = attributeNamed(block.body, name)
  if (written) return existing(file, block.body, written, title, caller)
  const place: Place = {
    kind: 'shared',
    at: `${file.source.path}:${block.start}:${name}`,
    name: title,
    base: undefined,
    write: (entries) => newAttribute(file, block.body, { name, base: undefined, entries, apart: undefined }),
  }
  const { path } = file.source
  return { path, start: block.start, place: isEditable(call.range) ? place : undefined, next: undefined }
}

/** A line of a variable file, or the variable's default. */
function rootVariable(
  { loader, spec }: PlaceRequest,
  { directory, level }: Standing,
  name: string,
): Found | undefined {
  const given = readVariableFiles(loader, spec, new ProblemLog()).get(name)
  if (given) {
    const file = loader.file(given.source.path)
    const written = file && attributeNamed(file.body, name)
    if (!file || !written || given.source.path.endsWith('.json')) return undefined
    return existing(file, file.body, written, `${name} in ${given.source.path}`, undefined)
  }
  const declared = loader.module(directory)?.variables.get(name)
  const byDefault = declared && attributeNamed(declared.node.body, 'default')
  const file = declared && loader.file(declared.source.path)
  // One that an override file brought stands in no body of this file.
  if (!file || !byDefault || byDefault.source) return undefined
  return existing(file, declared.node.body, byDefault, `the default of var.${name}`, { directory, level })
}

function existing(
  file: HclFile,
  body: Body,
  attribute: Attribute,
  name: string,
  where: Pick<Standing, 'directory' | 'level'> | undefined,
): Found {
  const place: Place = {
    kind: 'shared',
    at: `${file.source.path}:${attribute.start}`,
    name,
    base: undefined,
    write: (entries) => intoAttribute(file, body, attribute, entries),
  }
  const { path } = file.source
  const isOurs = isEditable({ source: file.source, start: attribute.start, end: attribute.end })
  return {
    path,
    start: attribute.start,
    place: isOurs ? place : undefined,
    next: where && { expression: attribute.value, ...where },
  }
}
