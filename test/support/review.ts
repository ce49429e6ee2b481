import assert from 'node:assert/strict'
import { ownerOf } from '../../core/attribution/owner-of.ts'
import type { Config, FailOn } from '../../core/config/config.ts'
import { DEFAULT_CONFIG, readConfig } from '../../core/config/read-config.ts'
import type { Charge, Estimate } from '../../core/domain/estimate.ts'
import type { Finding, Severity } from '../../core/domain/finding.ts'
import { sum, usd, ZERO } from '../../core/domain/money.ts'
import type { NotLoadedModule, Resource } from '../../core/domain/resource.ts'
import type { TagOriginKind } from '../../core/domain/tag.ts'
import { object, string, type UnknownValue, unknown, type Value } from '../../core/domain/value.ts'
import { compare } from '../../core/review/compare.ts'
import type { InspectedResource, Inspection } from '../../core/review/inspection.ts'
import type { Review } from '../../core/review/review.ts'
import type { Problem } from '../../core/source/problem.ts'
import { type Range, SourceFile } from '../../core/source/source-file.ts'
import { type Plain, type ResourceOptions, resource } from './resource.ts'

/** What a test says about a resource; the rest is filled in. */
export interface Told extends ResourceOptions {
  /** Dollars a month, one charge; or the whole estimate. Free if neither is given. */
  readonly monthly?: number
  readonly charges?: readonly Partial<Charge>[]
  readonly estimate?: Estimate
  /** The charge's description. */
  readonly what?: string
  /** By key; an unknown value is one that cannot be read. */
  readonly tags?: Readonly<Record<string, string | Value>>
  /** Why further tags may be there. */
  readonly tagsOpen?: string
  readonly taggable?: boolean | 'unknown'
  readonly attributes?: Plain
  readonly file?: string
  readonly line?: number
}

const ORIGIN: TagOriginKind = 'resource'

/** A resource as an inspection holds it. */
export function inspected(address: string, told: Told = {}): InspectedResource {
  const range = rangeAt(told.file ?? 'infra/main.tf', told.line ?? 1, header(address))
  const made: Resource = { ...resource(address, told.attributes, told), range }
  const estimate = estimateOf(told)
  const tags = tagsOf(told, range)
  return {
    resource: made,
    tags,
    estimate,
    cost: estimate.kind === 'priced' ? sum(estimate.charges.map(({ listCost }) => listCost)) : ZERO,
    owner: ownerOf(tags, DEFAULT_CONFIG.schema),
  }
}

function estimateOf({ estimate, monthly, charges, what }: Told): Estimate {
  if (estimate) return estimate
  if (charges) return { kind: 'priced', charges: charges.map(charge), assumptions: [], omissions: [] }
  if (monthly === undefined) return { kind: 'free' }
  const one = charge({ listCost: usd(monthly), ...(what !== undefined && { description: what }) })
  return { kind: 'priced', charges: [one], assumptions: ['730 hours a month'], omissions: [] }
}

export function charge(told: Partial<Charge>): Charge {
  return {
    description: 'Instance (m5.large, on-demand)',
    serviceName: 'Amazon Elastic Compute Cloud',
    skuId: 'ec2/linux/m5.large',
    regionId: 'us-east-1',
    pricingUnit: 'Hours',
    pricingQuantity: 730,
    listUnitPrice: 0.096,
    listCost: usd(70.08),
    basis: { kind: 'exact' },
    source: 'a made-up list',
    sourceDate: '2026-11-01',
    ...told,
  }
}

function tagsOf({ tags = {}, tagsOpen, taggable = true }: Told, range: Range): InspectedResource['tags'] {
  if (taggable === 'unknown') return { kind: 'unknown', because: 'it is not known whether it carries tags' }
  if (!taggable) return { kind: 'notTaggable' }
  const entries = Object.entries(tags).map(([key, value]) => {
    const told = typeof value === 'string' ? string(value) : value
    return [key, { key, value: told, origins: [{ kind: ORIGIN, range }] }] as const
  })
  const open: UnknownValue | undefined = tagsOpen === undefined ? undefined : unknown(tagsOpen)
  return {
    kind: 'taggable',
    keysCaseInsensitive: false,
    target: undefined,
    tags: { tags: new Map(entries), open },
  }
}

/** A range on a line of a file that has nothing else in it. */
export function rangeAt(path: string, line: number, text: string, from = 0, to = text.length): Range {
  const before = '\n'.repeat(line - 1)
  const source = new SourceFile(path, `${before}${text}\n`)
  return { source, start: before.length + from, end: before.length + to }
}

function header(address: string): string {
  const [type = '', name = ''] = address.replace(/^(module\.[^.]+\.)+/, '').split('.')
  return `resource "${type}" "${name.replace(/\[.*$/, '')}"`
}

/** The missing-tag findings of a resource, as the rule words them. */
export function lacks(of: InspectedResource, ...keys: readonly string[]): readonly Finding[] {
  return keys.map((key) => finding(of, 'missing-tag', `${of.resource.address} has no "${key}" tag`, { key }))
}

export function finding(
  { resource: { project, address, range }, cost }: InspectedResource,
  ruleId: string,
  message: string,
  { severity = 'error', key, at = range }: { severity?: Severity; key?: string; at?: Range } = {},
): Finding {
  return { ruleId, severity, project, address, key, message, range: at, monthlyCost: cost }
}

export function problem(message: string, range: Range): Problem {
  return { severity: 'error', message, range }
}

export function notLoaded(address: string, source: string, because: string): NotLoadedModule {
  const range = rangeAt('infra/network.tf', 3, `module "${address.split('.').at(-1)}"`)
  return { project: '.', address, source, version: '5.1.0', because, inputs: object(new Map()), range }
}

export type SideOptions = Partial<Omit<Inspection, 'resources'>>

export function inspection(
  resources: readonly InspectedResource[],
  { findings = [], problems = [], notLoaded = [], assumptions = [], projects = ['infra'] }: SideOptions = {},
): Inspection {
  const prices = { version: 1, date: '2026-11-01', currency: 'USD' }
  return { projects, resources, findings, problems, notLoaded, assumptions, prices }
}

export interface ComparisonOptions {
  readonly failOn?: FailOn
  /** The text of `ascribe.yml`; without it, the defaults hold. */
  readonly ascribeYml?: string
  readonly notes?: readonly string[]
  readonly base?: string
  readonly head?: string
}

function configOf(text: string | undefined): Config {
  if (text === undefined) return DEFAULT_CONFIG
  const { config, problems } = readConfig(new SourceFile('ascribe.yml', text))
  assert.deepEqual(problems, [])
  return config
}

/** The review of two inspections, as core makes it. */
export function reviewOf(before: Inspection, after: Inspection, options: ComparisonOptions = {}): Review {
  const { failOn = 'new-errors', notes = [], base = '4d1e7c0', head = '9f2c1ab' } = options
  const config: Config = { ...configOf(options.ascribeYml), failOn }
  return compare({ label: base, inspection: before }, { label: head, inspection: after }, config, [], notes)
}
