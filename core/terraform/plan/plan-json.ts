import { ConfigurationError } from '../../domain/configuration-error.ts'
import type { Plain } from '../../domain/plain.ts'
import type { SourceFile } from '../../source/source-file.ts'

/** A JSON object of which nothing is known yet. */
export type Json = Readonly<Record<string, Plain>>

/** Characters beyond which a plan is not read: JSON of this size takes gigabytes once it is parsed. */
const MAX_LENGTH = 256 * 1024 * 1024

const HOW = 'make it with "terraform show -json tfplan > plan.json" (or "tofu show -json")'

/**
 * The JSON of a plan (https://developer.hashicorp.com/terraform/internals/json-format), versions 0.1, 0.2 and 1.x, of
 * Terraform and OpenTofu. Throws a `ConfigurationError` that says what the file is instead.
 */
export function readPlanJson({ path, text }: SourceFile): Json {
  const refuse = (what: string): ConfigurationError => new ConfigurationError(`${path} ${what}. ${HOW}`)
  if (text.length > MAX_LENGTH)
    throw new ConfigurationError(`${path} is larger than ${MAX_LENGTH >> 20} MiB, which is not read`)
  if (text.startsWith('PK\u0003\u0004')) throw refuse("is Terraform's binary plan file, not its JSON")
  if (text.trim() === '') throw refuse('is empty')
  const json = parsed(text, refuse)
  if (!isJson(json)) throw refuse('is JSON, but no plan')
  const version = json.format_version
  if (typeof version !== 'string') {
    if ('@level' in json) throw refuse('is the log of "terraform plan -json", not the plan')
    if ('serial' in json && 'lineage' in json) throw refuse('is a state file, not a plan')
    throw refuse('is JSON, but no plan: it has no format_version')
  }
  if (!/^(?:0\.[12]|1\.\d+)$/.test(version))
    throw new ConfigurationError(`${path} has format_version "${version.slice(0, 20)}". expected 1.x`)
  if (!Array.isArray(json.resource_changes)) {
    if ('values' in json && !('planned_values' in json)) throw refuse('shows a state, not a plan')
    if (!('planned_values' in json)) throw refuse('is JSON, but no plan: it has no resource_changes')
  }
  return json
}

function parsed(text: string, refuse: (what: string) => ConfigurationError): Plain {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, '')) as Plain
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    if (/^\s*\{"@level"/.test(text)) throw refuse('is the log of "terraform plan -json", not the plan')
    // The wrapper of hashicorp/setup-terraform prints the command before it, and its outputs after it.
    const [line] = /^\{"format_version".*\}$/m.exec(text) ?? []
    if (line !== undefined && line.length < text.trim().length) return parsed(line, refuse)
    if (!/^\s*\{/.test(text)) throw refuse('is not JSON')
    if (!/\}\s*$/.test(text)) throw refuse('is cut off: its JSON does not end')
    throw refuse('is not JSON as Terraform writes it')
  }
}

export function isJson(value: Plain | undefined): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The member of an object, `undefined` where there is none, or no object. */
export function member(value: Plain | undefined, name: string): Plain | undefined {
  return isJson(value) && Object.hasOwn(value, name) ? value[name] : undefined
}

/** The members of an object, nothing where it is none. */
export function members(value: Plain | undefined): readonly (readonly [string, Plain])[] {
  return isJson(value) ? Object.entries(value) : []
}

export function items(value: Plain | undefined): readonly Plain[] {
  return Array.isArray(value) ? value : []
}

export function text(value: Plain | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined
}
