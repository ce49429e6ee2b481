import { bool, isMapping, string, type UnknownValue, unknown, type Value } from '../../domain/value.ts'
import { SourceFile } from '../../source/source-file.ts'
import { directoryOf, joinPath, resolvePath } from '../../source/source-tree.ts'
import { makeSet } from '../types/set.ts'
import { ANY, STRING } from '../types/type.ts'
import { limitItems, made, text, textOf } from './define.ts'
import { encodeBase64, encodeUtf8 } from './encoding/base64.ts'
import { globMatcher } from './filesystem/match-glob.ts'
import {
  ArgumentError,
  type FunctionContext,
  type Parameter,
  type TerraformFunction,
} from './terraform-function.ts'

const PATH: Parameter = { name: 'path', type: STRING }
const TEMPLATE_VARIABLES: Parameter = { name: 'vars', type: ANY, unknown: 'parts' }

/**
 * Files are read through the source tree and nothing else. A path outside it, absolute or climbing too far up, is not
 * an error but unknown: where Terraform runs, there may be such a file.
 */
export const filesystemFunctions = {
  abspath: made([text('path')], (path) =>
    path.startsWith('/')
      ? string(cleanPath(path))
      : unknown('abspath() depends on the directory Terraform runs in'),
  ),
  basename: made([text('path')], (path) => string(path === '' ? '.' : /([^/]*)\/*$/.exec(path)![1] || '/')),
  dirname: made([text('path')], (path) => string(cleanPath(path.slice(0, path.lastIndexOf('/') + 1)))),
  pathexpand: made([text('path')], (path) =>
    path === '~' || path.startsWith('~/')
      ? unknown(`the home directory in ${JSON.stringify(path)} depends on who runs Terraform`)
      : string(path),
  ),
  file: readingFile('file', string),
  filebase64: readingFile('filebase64', (content) => string(encodeBase64(encodeUtf8(content)))),
  fileexists: {
    parameters: [PATH],
    result: 'made',
    call: ([path], context) => {
      const place = placeOf('fileexists', textOf(path!), context)
      if (typeof place !== 'string') return place
      const kind = entryKind(place, context)
      if (kind === 'directory')
        throw new ArgumentError(`${textOf(path!)} is not a regular file, but a directory`, 'path')
      return bool(kind === 'file')
    },
  },
  fileset: {
    parameters: [PATH, { name: 'pattern', type: STRING }],
    result: 'made',
    call: ([path, pattern], context) => fileset(textOf(path!), textOf(pattern!), context),
  },
  templatefile: {
    parameters: [PATH, TEMPLATE_VARIABLES],
    result: 'made',
    call: ([path, variables], context) => {
      const file = read('templatefile', textOf(path!), context)
      return file instanceof SourceFile ? evaluate(file, variables!, context) : file
    },
  },
  templatestring: {
    parameters: [{ name: 'template', type: STRING }, TEMPLATE_VARIABLES],
    result: 'made',
    call: ([template, variables], context) =>
      evaluate(new SourceFile('templatestring()', textOf(template!)), variables!, context),
  },
} satisfies Record<string, TerraformFunction>

/** As Go cleans paths: no `.`, no `//`, `..` taken back where there is something to take back. */
function cleanPath(path: string): string {
  const parts: string[] = []
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop()
    else if (part !== '..' || !path.startsWith('/')) parts.push(part)
  }
  const joined = parts.join('/')
  return path.startsWith('/') ? `/${joined}` : joined === '' ? '.' : joined
}

function placeOf(name: string, path: string, { directory }: FunctionContext): string | UnknownValue {
  const outside = unknown(`${name}() reads ${JSON.stringify(path)}, which lies outside the repository`)
  return path.startsWith('~') ? outside : (resolvePath(directory, path) ?? outside)
}

function entryKind(place: string, { tree }: FunctionContext): 'file' | 'directory' | undefined {
  if (place === '') return 'directory'
  const name = place.slice(place.lastIndexOf('/') + 1)
  return tree.list(directoryOf(place)).find((entry) => entry.name === name)?.kind
}

function read(name: string, path: string, context: FunctionContext): SourceFile | UnknownValue {
  const place = placeOf(name, path, context)
  if (typeof place !== 'string') return place
  const content = context.tree.read(place)
  if (content !== undefined) return new SourceFile(place, content)
  if (entryKind(place, context) === 'file') return unknown(`${JSON.stringify(place)} is not a text file`)
  throw new ArgumentError(
    `no file exists at ${JSON.stringify(path)}; this function works only with files that are distributed as part of the configuration source code`,
    'path',
  )
}

/** A function of a file's text. */
export function readingFile(name: string, use: (content: string) => Value): TerraformFunction {
  return {
    parameters: [PATH],
    result: 'made',
    call: ([path], context) => {
      const file = read(name, textOf(path!), context)
      return file instanceof SourceFile ? use(file.text) : file
    },
  }
}

/** Where further variables may be given, nobody knows whether the template uses one of them. */
function evaluate(file: SourceFile, variables: Value, context: FunctionContext): Value {
  if (!isMapping(variables)) throw new ArgumentError('invalid vars value: must be a map', 'vars')
  return variables.open ?? context.evaluateTemplate(file, variables.entries)
}

function fileset(path: string, pattern: string, context: FunctionContext): Value {
  const place = placeOf('fileset', path, context)
  if (typeof place !== 'string') return place
  const matches = globMatcher(pattern.replace(/^(?:\.\/)+/, ''))
  if (!matches)
    throw new ArgumentError(`the glob pattern ${JSON.stringify(pattern)} cannot be read`, 'pattern')
  const found: Value[] = []
  const deepest = pattern.includes('**') ? Number.POSITIVE_INFINITY : pattern.split('/').length
  const visit = (directory: string, relative: string, depth: number): void => {
    if (depth > deepest) return
    for (const { name, kind } of context.tree.list(directory)) {
      const path = joinPath(relative, name)
      if (kind === 'directory') visit(joinPath(directory, name), path, depth + 1)
      else if (matches(path)) found.push(string(path))
      limitItems(found.length)
    }
  }
  visit(place, '', 1)
  return makeSet(found)
}
