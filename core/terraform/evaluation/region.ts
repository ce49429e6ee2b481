import { type MappingValue, string, unknown, type Value } from '../../domain/value.ts'
import type { ProviderInstance } from './provider-instance.ts'

/** Where a resource of this provider is created: by its own arguments, else by its provider's. */
export function regionOf(
  attributes: MappingValue,
  provider: Pick<ProviderInstance, 'identity' | 'argument'>,
): Value {
  const own = (name: string): Value | undefined => {
    const value = attributes.entries.get(name)
    return value && value.kind !== 'null' ? value : undefined
  }
  switch (provider.identity.source) {
    case 'hashicorp/aws':
      return own('region') ?? provider.argument('region')
    case 'hashicorp/google':
    case 'hashicorp/google-beta': {
      const zone = own('zone') ?? own('location')
      return own('region') ?? (zone && regionOfZone(zone)) ?? provider.argument('region')
    }
    case 'hashicorp/azurerm':
      return own('location') ?? unknown('it sets no location')
    default:
      return unknown(`provider "${provider.identity.source}" has no regions`)
  }
}

/** `us-central1-a` lies in `us-central1`. */
function regionOfZone(zone: Value): Value {
  if (zone.kind !== 'string') return zone
  return { ...zone, ...string(zone.value.replace(/-[a-z]$/, '')) }
}
