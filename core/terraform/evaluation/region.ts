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
    case 'hashicorp/awscc':
      return provider.argument('region')
    case 'hashicorp/google':
    case 'hashicorp/google-beta': {
      const zone = own('zone') ?? own('location')
      return own('region') ?? (zone && regionOfZone(zone)) ?? provider.argument('region')
    }
    case 'hashicorp/azurerm':
      return normalLocation(own('location') ?? unknown('it sets no location'))
    case 'databricks/databricks': {
      // Its workspace says where it is, and the provider which workspace that is.
      const { refs } =
        WORKSPACE_ARGUMENTS.map((name) => provider.argument(name)).find(({ refs }) => refs?.length) ?? {}
      return unknown('its workspace is not among the resources of this project', refs && { refs })
    }
    default:
      return unknown(`provider "${provider.identity.source}" has no regions`)
  }
}

const WORKSPACE_ARGUMENTS = ['azure_workspace_resource_id', 'host']

/** Azure takes `East US` for `eastus`. */
function normalLocation(location: Value): Value {
  if (location.kind !== 'string') return location
  if (location.value === '') return unknown('its location is empty')
  return { ...location, ...string(location.value.toLowerCase().replaceAll(' ', '')) }
}

/** `us-central1-a` lies in `us-central1`. */
function regionOfZone(zone: Value): Value {
  if (zone.kind !== 'string') return zone
  return { ...zone, ...string(zone.value.replace(/-[a-z]$/, '')) }
}
