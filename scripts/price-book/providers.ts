/** What the facts call a provider, and what its places look like. */
interface Provider {
  readonly name: string
  /** A region proper; the other places in the facts are left out. */
  readonly region: RegExp
  /** Used in the first lines of its files. */
  readonly title: string
}

const PROVIDERS: Readonly<Record<string, Provider>> = {
  // Local Zones (us-west-2-lax-1) and Wavelength Zones have longer names.
  aws: { name: 'aws', region: /^[a-z]{2}(-gov)?-[a-z]+-\d$/, title: 'AWS' },
  // With the places of Cloud Storage and BigQuery that are several regions: us, us-multi, nam4, eur4, asia1, …
  gcp: {
    name: 'google',
    region: /^([a-z]+-[a-z]+\d{1,2}|us|(us|europe|asia)-multi|nam4|eur4|asia1)$/,
    title: 'Google Cloud',
  },
  azure: { name: 'azurerm', region: /^[a-z]+\d?$/, title: 'Azure' },
}

export const PROVIDER_NAMES: readonly string[] = Object.values(PROVIDERS).map(({ name }) => name)

export function providerOf(fact: string): Provider {
  const found = PROVIDERS[fact]
  if (!found) throw new Error(`unknown provider "${fact}": list it in scripts/price-book/providers.ts`)
  return found
}

export function titleOf(provider: string): string {
  return Object.values(PROVIDERS).find(({ name }) => name === provider)!.title
}
