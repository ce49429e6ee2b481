import { spawnSync } from 'node:child_process'

/** The part of `ascribe inspect --format json` that the trials look at. */
export interface Inspection {
  readonly resources: readonly InspectedResource[]
  readonly problems: readonly unknown[]
  readonly notLoaded: readonly { readonly project: string; readonly address: string }[]
}

export interface InspectedResource {
  readonly project: string
  readonly address: string
  readonly type: string
  readonly providerSource: string
  readonly region: string | null
  /** Why it is not known how many there are of it. */
  readonly multiplicityUnknown: string | null
  /** What is not known is `{ $unknown: reason }`. */
  readonly attributes: Readonly<Record<string, unknown>>
  readonly taggable: boolean | 'unknown'
  readonly tags: Readonly<Record<string, { readonly value?: string; readonly unknown?: string }>>
  readonly tagsUnknown: string | null
  readonly estimate: {
    readonly kind: string
    readonly monthlyListCost: number | null
    readonly charges?: readonly InspectedCharge[]
    readonly because?: string
  }
}

export interface InspectedCharge {
  readonly description: string
  readonly skuId: string
  readonly listUnitPrice: number
  readonly pricingQuantity: number
  /** The pool of Terraform's whose cost it is a part of. */
  readonly pool?: unknown
  readonly standIn?: { readonly rule?: string }
}

/** How a run of the CLI ended. Findings are no failure: exit codes 0 and 1 are both fine. */
export interface CliRun {
  readonly ok: boolean
  readonly exitCode: number | null
  readonly milliseconds: number
  readonly stdout: string
  readonly stderr: string
}

export function runAscribe(cli: string, args: readonly string[]): CliRun {
  const started = performance.now()
  const result = spawnSync(process.execPath, [cli, ...args], {
    maxBuffer: 2 ** 30,
    timeout: 300_000,
    encoding: 'utf8',
  })
  return {
    ok: result.status === 0 || result.status === 1,
    exitCode: result.status,
    milliseconds: performance.now() - started,
    stdout: result.stdout,
    stderr: result.stderr,
  }
}
