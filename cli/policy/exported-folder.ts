import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { ConfigurationError, type PolicyRequest } from '../../core/index.ts'
import { replaceFile } from '../replace-file.ts'

/** What an export wrote, and with which options: the next one replaces it, and a diff asks for the same. */
const RECORD = 'ascribe-policy.json'

export interface PolicyText {
  readonly path: string
  readonly text: string
}

export interface Recorded {
  readonly request: PolicyRequest
  readonly files: readonly PolicyText[]
}

/** Replaces what an earlier export wrote there, and nothing else. */
export function writeExport(folder: string, request: PolicyRequest, files: readonly PolicyText[]): void {
  try {
    for (const stale of existsSync(path.join(folder, RECORD)) ? recordIn(folder).paths : [])
      rmSync(path.join(folder, stale), { force: true })
    for (const file of files) {
      const name = path.join(folder, file.path)
      mkdirSync(path.dirname(name), { recursive: true })
      replaceFile(name, file.text)
    }
    const record = { version: 1, ...request, files: files.map((file) => file.path) }
    replaceFile(path.join(folder, RECORD), `${JSON.stringify(record, null, 2)}\n`)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    throw new ConfigurationError(`"${folder}" cannot be written: ${error.message}`)
  }
}

/** Throws a `ConfigurationError` where no export has been. */
export function readExport(folder: string): Recorded {
  const { request, paths } = recordIn(folder)
  const files = paths.flatMap((name) => {
    const file = path.join(folder, name)
    return existsSync(file) ? [{ path: name, text: readFileSync(file, 'utf8') }] : []
  })
  return { request, files }
}

function recordIn(folder: string): { readonly request: PolicyRequest; readonly paths: readonly string[] } {
  const name = path.join(folder, RECORD)
  if (!existsSync(name))
    throw new ConfigurationError(`${name} is not there. "ascribe policy export --out ${folder}" writes it`)
  const { version, targets, enforce, exemptRoles, organization, files } = parsed(name)
  if (version !== 1) throw new ConfigurationError(`${name} is of version ${version}. this Ascribe reads 1`)
  if (!isTexts(targets) || !isTexts(exemptRoles) || !isTexts(files) || !files.every(isInside))
    throw new ConfigurationError(`${name} was changed by hand. export once more`)
  return {
    request: {
      targets,
      enforce: enforce === true,
      exemptRoles,
      organization: typeof organization === 'string' ? organization : undefined,
    },
    paths: files,
  }
}

function parsed(name: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(readFileSync(name, 'utf8'))
    if (value !== null && typeof value === 'object') return { ...value }
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
  }
  throw new ConfigurationError(`${name} is no JSON object. export once more`)
}

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string')

/** The record may come with a repository: it names nothing outside its folder. */
const isInside = (name: string) => !path.isAbsolute(name) && !name.split(/[\\/]/).includes('..')
