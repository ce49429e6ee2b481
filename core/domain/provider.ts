/** Providers that make nothing in any cloud: nothing of theirs is charged, and nothing could be tagged. */
const CLOUDLESS: ReadonlySet<string> = new Set([
  'archive',
  'cloudinit',
  'external',
  'http',
  'local',
  'null',
  'random',
  'template',
  'terraform',
  'time',
  'tls',
])

/** The provider's own name: forks and mirrors count as what they are called, `acme/aws` as `aws`. */
export function providerName(source: string): string {
  return source.slice(source.lastIndexOf('/') + 1)
}

/** Other providers of the same cloud. */
const CLOUDS: ReadonlyMap<string, string> = new Map([
  ['awscc', 'aws'],
  ['google-beta', 'google'],
])

/** Whose price list holds for what a provider makes: `hashicorp/google-beta` makes things of `google`. */
export function cloudOf(source: string): string {
  const name = providerName(source)
  return CLOUDS.get(name) ?? name
}

/** Whether a provider, e.g. `hashicorp/random`, makes nothing in any cloud. */
export function isCloudless(source: string): boolean {
  return CLOUDLESS.has(providerName(source))
}
